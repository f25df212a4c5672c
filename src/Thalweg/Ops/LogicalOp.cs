namespace Thalweg;

/// <summary>And, or, not of truth values, element by element with broadcasting; of numbers, everything but 0 is true.</summary>
public static class LogicalOp
{
    extension(Tensor a)
    {
        /// <summary>Whether both are true.</summary>
        public Tensor And(Tensor b) => a.Truth() * b.Truth() > 0;

        /// <summary>Whether at least one is true.</summary>
        public Tensor Or(Tensor b) => a.Truth() + b.Truth() > 0;

        /// <summary>Whether it is false.</summary>
        public Tensor Not() => a.Cast(DType.Bool).Equal(0);

        Tensor Truth() => a.Cast(DType.Bool).Cast(DType.Int32);
    }
}
