namespace Thalweg.Losses;

/// <summary>Expected values of hinge losses.</summary>
static class HingeLabels
{
    /// <summary>−1 and 1 where all values are 0 or 1; otherwise as they are. As Keras.</summary>
    public static Tensor Of(Tensor expected) => Tensor.Where(expected.Equal(0).Or(expected.Equal(1)).All(), expected * 2 - 1, expected);
}
