using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>The eigenvector without negative entries that belongs to the largest eigenvalue of a network.</summary>
/// <param name="Vector">The vector, its sum 1; NaN when there is none.</param>
/// <param name="Eigenvalue">The eigenvalue; 0 without cycles.</param>
/// <param name="Notes">What the reader must know.</param>
internal sealed record PrincipalVector(double[] Vector, double Eigenvalue, IReadOnlyList<Note> Notes)
{
    /// <summary>Finds the vector x with A x = λ x by power iteration.</summary>
    /// <remarks>
    /// Half the growth times the vector is added in each step: it changes no eigenvector, and it keeps networks in
    /// which all cycles have a common divisor (stars, two-mode networks, rings) from swinging to and fro.
    /// </remarks>
    /// <param name="strengths">A by rows, positive values.</param>
    /// <param name="maxIterations">The most steps.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    public static PrincipalVector Of(Graph strengths, int maxIterations, CancellationToken cancellationToken)
    {
        int n = strengths.NodeCount;
        if (n == 0 || Components.StrongCount(strengths) == n)
        {
            double[] undefined = new double[n];
            Array.Fill(undefined, double.NaN);
            return new PrincipalVector(undefined, 0, [strengths.TieCount == 0 ? NetworkNotes.NoTies() : WithoutCycles()]);
        }

        // With the largest value 1, a network of tiny values is not lost in rounding.
        double largest = strengths.Ties().Max(tie => tie.Value);
        Graph scaled = largest == 1 ? strengths : strengths.WithValues(value => value / largest);
        PowerIteration found = PowerIteration.Run(n, (current, next) => Step(scaled, current, next), maxIterations, cancellationToken);
        double[] product = new double[n];
        scaled.Multiply(found.Vector, product);
        return new PrincipalVector(found.Vector, largest * Sums.Sum(product) / Sums.Sum(found.Vector), found.Notes);
    }

    private static void Step(Graph scaled, double[] current, double[] next)
    {
        scaled.Multiply(current, next);
        double half = Sums.Sum(next) / Sums.Sum(current) / 2;
        for (int i = 0; i < next.Length; i++)
        {
            next[i] += half * current[i];
        }
    }

    private static Note WithoutCycles() => new(
        "no-cycles", Core.Errors.Severity.Warning,
        "No tie lies on a directed cycle: the largest eigenvalue is 0 and no eigenvector is set apart. Use Katz centrality, or directed = false.");
}
