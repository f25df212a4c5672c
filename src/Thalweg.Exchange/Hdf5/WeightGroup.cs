namespace Thalweg.Exchange.Hdf5;

/// <summary>The variables of a layer, of the model or of the optimiser, and where a file with weights keeps them.</summary>
/// <param name="Path">The group, as <c>layers/dense/vars</c>; the variables are in it as 0, 1, ….</param>
/// <param name="Name">What the owner is called.</param>
/// <param name="Variables">In the order of their numbers.</param>
sealed record WeightGroup(string Path, string Name, IReadOnlyList<Variable> Variables);
