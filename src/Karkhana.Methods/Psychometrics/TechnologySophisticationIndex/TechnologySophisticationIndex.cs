using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How sophisticated a firm's technologies are over its business functions, from 1 to 5.</summary>
public static class TechnologySophisticationIndex
{
    internal const string Source =
        "Cirera, Comin & Cruz 2022, Bridging the Technological Divide, World Bank, doi:10.1596/978-1-4648-1826-4; framework 2.6.3";

    private const double Range = 4;

    /// <summary>Computes the index of one firm.</summary>
    /// <remarks>
    /// With r the rank of the technology among R: estimate = 1 + 4 (r − 1)/(R − 1); index = mean over the applicable
    /// functions. Give the most advanced technology for the extensive margin, the most used one for the intensive. A
    /// missing rank or a function with one technology is not applicable. Steps between ranks count alike, whatever
    /// their cost. Cost: one pass. Source: Cirera, Comin and Cruz 2022, doi:10.1596/978-1-4648-1826-4; framework 2.6.3.
    /// Agrees with: the formula, exactly.
    /// </remarks>
    /// <param name="ranks">Rank and number of technologies by function.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The index; NaN when no function applies.</returns>
    /// <exception cref="ArgumentException">A rank lies outside 1 to the number of levels, or that number is no whole
    /// number from 1.</exception>
    public static TechnologySophisticationIndexResult Estimate(
        TechnologyRanks ranks,
        TechnologySophisticationIndexOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        Require.SameLength(ranks.Functions.Count, ranks.Ranks.Count, nameof(ranks.Ranks));
        Require.SameLength(ranks.Functions.Count, ranks.Levels.Count, nameof(ranks.Levels));
        double[] estimates = new double[ranks.Functions.Count];
        for (int f = 0; f < estimates.Length; f++)
        {
            (double rank, double levels) = (ranks.Ranks[f], ranks.Levels[f]);
            Require.That(
                levels >= 1 && double.IsInteger(levels), nameof(ranks.Levels),
                FormattableString.Invariant($"must be whole numbers from 1; {ranks.Functions[f]} had {levels}"));
            Require.That(
                double.IsNaN(rank) || (rank >= 1 && rank <= levels), nameof(ranks.Ranks),
                FormattableString.Invariant($"must lie between 1 and {levels}, the levels of {ranks.Functions[f]}; it was {rank}"));
            estimates[f] = levels == 1 ? double.NaN : 1 + (Range * (rank - 1) / (levels - 1));
        }

        double[] applicable = [.. estimates.Where(estimate => !double.IsNaN(estimate))];
        return new TechnologySophisticationIndexResult(
            ranks.Functions, estimates, Sums.Mean(applicable),
            new Provenance("psychometrics.technology-sophistication-index", "", Source));
    }
}
