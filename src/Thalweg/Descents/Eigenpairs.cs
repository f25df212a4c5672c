namespace Thalweg.Descents;

/// <summary>Some eigenvalues of a Hessian with their eigenvectors: the curvatures, and the directions in which the loss has them.</summary>
/// <param name="Values">The eigenvalues, rising: the least that were asked for, then the greatest.</param>
/// <param name="Vectors">For each the direction, of length 1: a part for each variable, of its shape.</param>
/// <param name="Residuals">|H v − λ v| of each: no eigenvalue is farther off.</param>
/// <param name="Converged">Whether all are within the tolerance.</param>
/// <param name="Products">How many Hessian-vector products it took.</param>
public sealed record Eigenpairs(
    IReadOnlyList<double> Values, IReadOnlyList<IReadOnlyList<Tensor>> Vectors, IReadOnlyList<double> Residuals, bool Converged, int Products);
