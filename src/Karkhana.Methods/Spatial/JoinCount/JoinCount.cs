using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Join counts: do units of one colour lie side by side.</summary>
public static class JoinCount
{
    internal const string Source = "Moran 1948, doi:10.1111/j.2517-6161.1948.tb00012.x; Cliff & Ord 1981; Upton & Fingleton 1985";

    private const int MostColours = 1000;

    /// <summary>Counts the joins of each pair of colours and tests them against shuffled colours.</summary>
    /// <remarks>
    /// Same colour: J_rr = ½ Σ w_ij 1(both r); different: J_rs = ½ Σ w_ij 1(one r, one s); total = Σ_{r&lt;s} J_rs.
    /// Moments under non-free sampling (the numbers of units of each colour are fixed). With
    /// P_k = n_r(n_r − 1)…(n_r − k + 1) / (n…(n − k + 1)): E_rr = s0 P2 / 2,
    /// Var_rr = [s1 P2 + (s2 − 2 s1) P3 + (s0² + s1 − s2) P4]/4 − E²; E_rs = s0 n_r n_s / (n(n − 1)),
    /// Var_rs = ¼[2 s1 n_r n_s / (n(n − 1)) + (s2 − 2 s1) n_r n_s (n_r + n_s − 2) / (n(n − 1)(n − 2))
    /// + 4 (s0² + s1 − s2) n_r(n_r − 1) n_s(n_s − 1) / (n(n − 1)(n − 2)(n − 3))] − E²; the total has the variance of all
    /// joins of one colour. p: one-sided, more joins of one colour than expected. Islands stay in n. Missing colours and
    /// links of a unit with itself are refused. Cost: linear in the links, and in the pairs of colours.
    /// Source: Moran 1948, doi:10.1111/j.2517-6161.1948.tb00012.x; Cliff and Ord 1981, Spatial Processes, chapter 2;
    /// Upton and Fingleton 1985, Spatial Data Analysis by Example. Agrees with: spdep 1.2 joincount.test and
    /// joincount.multi, relative 1e-9.
    /// </remarks>
    /// <param name="input">The colours and weights.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One row per pair of colours, and the total.</returns>
    /// <exception cref="ArgumentException">There are fewer than 4 units or more than 1000 colours, or a unit is linked
    /// with itself.</exception>
    public static JoinCountResult Estimate(
        SpatialColours input,
        BinaryCodingOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new BinaryCodingOptions();
        Require.SameLength(input.Weights.Count, input.Colours.Count, nameof(input.Colours));
        Require.That(input.Colours.Count >= 4, nameof(input.Colours), FormattableString.Invariant($"must have at least 4 units; it had {input.Colours.Count}"));
        SpatialValues.RefuseSelfLinks(input.Weights);
        SpatialWeights weights = input.Weights.Coded(options.Style);
        string[] colours = [.. input.Colours.Distinct().Order(StringComparer.Ordinal)];
        Require.That(colours.Length <= MostColours, nameof(input.Colours), FormattableString.Invariant($"must have at most {MostColours} different ones; it had {colours.Length}"));
        int[] codes = [.. input.Colours.Select(colour => Array.BinarySearch(colours, colour, StringComparer.Ordinal))];
        JoinMoments moments = new(codes.Length, weights.Constants(), [.. Enumerable.Range(0, colours.Length).Select(colour => codes.Count(code => code == colour))]);
        return new JoinCountResult(
            Rows(colours, Joins(weights, codes, colours.Length), moments),
            [.. SpatialNotes.Islands(weights, "they stay in n and have no join"), .. SpatialNotes.Undefined(1, weights.S0)],
            new Provenance("spatial.join-count", $"style = {options.Style}", Source));
    }

    /// <summary>Gives ½ Σ w_ij by the colours of i and j.</summary>
    private static double[,] Joins(SpatialWeights weights, int[] codes, int colours)
    {
        double[,] joins = new double[colours, colours];
        for (int unit = 0; unit < codes.Length; unit++)
        {
            ReadOnlySpan<int> neighbours = weights.NeighboursOf(unit);
            ReadOnlySpan<double> row = weights.WeightsOf(unit);
            for (int link = 0; link < row.Length; link++)
            {
                joins[codes[unit], codes[neighbours[link]]] += 0.5 * row[link];
            }
        }

        return joins;
    }

    private static List<JoinCountRow> Rows(string[] colours, double[,] joins, JoinMoments moments)
    {
        List<JoinCountRow> rows = [];
        for (int r = 0; r < colours.Length; r++)
        {
            rows.Add(Row($"{colours[r]}:{colours[r]}", joins[r, r], moments.Same(r), same: true));
        }

        double total = 0;
        for (int r = 1; r < colours.Length; r++)
        {
            for (int s = 0; s < r; s++)
            {
                double count = joins[r, s] + joins[s, r];
                total += count;
                rows.Add(Row($"{colours[r]}:{colours[s]}", count, moments.Different(r, s), same: false));
            }
        }

        rows.Add(Row("total", total, moments.Total(), same: false));
        return rows;
    }

    private static JoinCountRow Row(string colour, double count, GlobalMoments moments, bool same)
    {
        double z = moments.Variance > 0 ? (count - moments.Expectation) / Math.Sqrt(moments.Variance) : double.NaN;
        return new JoinCountRow(
            colour, count, moments.Expectation, moments.Variance, z, same ? NormalTail.PValue(z, Alternative.Greater) : double.NaN);
    }
}
