using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether two ordered classifications put units into the same order.</summary>
public static class OrdinalAssociation
{
    /// <summary>Counts the pairs of units that two classifications order alike or oppositely.</summary>
    /// <remarks>
    /// From the table n_rc of rows and columns in ascending order: C = Σ n_rc Σ_{r′ &gt; r, c′ &gt; c} n_r′c′, D the same
    /// with c′ &lt; c; γ = (C − D)/(C + D); τ_b = (C − D)/√((P − T_r)(P − T_c)) with P all pairs and T the pairs tied by
    /// rows or columns. Cost: squared cells. Source: Goodman and Kruskal 1954, doi:10.1080/01621459.1954.10501231;
    /// Kendall 1938, doi:10.1093/biomet/30.1-2.81. Agrees with: R cor(method = "kendall"), relative 1e-12.
    /// </remarks>
    /// <param name="counts">The units by row and column, row after row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>Pairs and coefficients.</returns>
    /// <exception cref="ArgumentException">A count is negative, or there are not rows × columns of them.</exception>
    public static OrdinalAssociationResult Estimate(IReadOnlyList<int> counts, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Require.SameLength(rows * columns, counts.Count, nameof(counts));
        Require.That(counts.All(count => count >= 0), nameof(counts), "must not be negative");
        (double concordant, double discordant) = (0, 0);
        for (int cell = 0; cell < counts.Count; cell++)
        {
            for (int later = (cell / columns * columns) + columns; later < counts.Count; later++)
            {
                double pairs = (double)counts[cell] * counts[later];
                int step = (later % columns) - (cell % columns);
                concordant += step > 0 ? pairs : 0;
                discordant += step < 0 ? pairs : 0;
            }
        }

        double all = Pairs(counts.Sum(count => (double)count));
        double tiedRows = Enumerable.Range(0, rows).Sum(row => Pairs(Enumerable.Range(0, columns).Sum(column => (double)counts[(row * columns) + column])));
        double tiedColumns = Enumerable.Range(0, columns).Sum(column => Pairs(Enumerable.Range(0, rows).Sum(row => (double)counts[(row * columns) + column])));
        double difference = concordant - discordant;
        return new OrdinalAssociationResult(
            concordant,
            discordant,
            difference / (concordant + discordant),
            difference / Math.Sqrt((all - tiedRows) * (all - tiedColumns)));
    }

    private static double Pairs(double units) => units * (units - 1) / 2;
}
