using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Who is tied to those who are well tied.</summary>
public static class EigenvectorCentrality
{
    internal const string Source = "Bonacich 1972, doi:10.1080/0022250X.1972.9989806";

    /// <summary>Finds the principal eigenvector.</summary>
    /// <remarks>
    /// Directed: x = Aᵀ x / λ, a score from the ties received; not directed: A x = λ x. Entries are not negative.
    /// Without a cycle λ is 0 and the scores are NaN, with a note. With several parts of equal λ the scores are those
    /// that equal starting scores lead to. Cost: m per iteration; networks that hang together by few ties need many.
    /// Source: Bonacich 1972, doi:10.1080/0022250X.1972.9989806. Agrees with: igraph 1.3.5 (maximum), sna 2.7-1 and
    /// networkx 2.8.8 (unit-length), relative 1e-6, the precision of theirs.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Directions, values, scale.</param>
    /// <param name="execution">Not used: one step follows from the other.</param>
    /// <param name="cancellationToken">Looked at between iterations.</param>
    /// <returns>The scores and λ.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static EigenvectorCentralityResult Estimate(
        Graph graph, EigenvectorCentralityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new EigenvectorCentralityOptions();
        Graph strengths = TieValues.Strengths(graph, options);
        PrincipalVector found = PrincipalVector.Of(
            options.Directed ? strengths.Reversed() : strengths, options.MaxIterations, cancellationToken);
        double unit = found.Vector.Length == 0 ? 1 : options.Scale == VectorScale.Maximum
            ? found.Vector.Max()
            : Math.Sqrt(Sums.Dot(found.Vector, found.Vector));
        return new EigenvectorCentralityResult(
            graph.Nodes,
            [.. found.Vector.Select(score => score / unit)],
            found.Eigenvalue,
            found.Notes,
            new Provenance(
                "networks.eigenvector-centrality",
                FormattableString.Invariant($"{options.InWords}, scale = {options.Scale}, max_iterations = {options.MaxIterations}"),
                Source));
    }
}
