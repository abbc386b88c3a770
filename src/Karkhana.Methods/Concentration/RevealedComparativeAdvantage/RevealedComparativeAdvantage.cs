using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Which region is specialised in which industry, and how many are.</summary>
public static class RevealedComparativeAdvantage
{
    internal const string Source =
        "Balassa 1965, doi:10.1111/j.1467-9957.1965.tb00050.x; Hidalgo & Hausmann 2009, doi:10.1073/pnas.0900943106";

    /// <summary>Marks the cells whose location quotient reaches the threshold, and counts them.</summary>
    /// <remarks>
    /// b[r,i] = 1 when LQ[r,i] ≥ threshold, else 0, LQ = (x_ri / x_r.) / (x_.i / x_..), 0 where a denominator is 0.
    /// Diversity of a region = Σ_i b; ubiquity of an industry = Σ_r b. The comparison is made without division,
    /// x_ri x_.. ≥ threshold · x_r. x_.i, so that for counts a quotient equal to the threshold counts as reaching it.
    /// Assumption: the listed regions are all that count as reference. Cost: one pass over regions × industries.
    /// Source: Balassa 1965, doi:10.1111/j.1467-9957.1965.tb00050.x; Hidalgo and Hausmann 2009,
    /// doi:10.1073/pnas.0900943106. Agrees with: EconGeo 1.3 location.quotient(binary = TRUE), exactly.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">The threshold.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The marks and the counts.</returns>
    public static RevealedComparativeAdvantageResult Estimate(
        ActivityTable activity,
        RevealedComparativeAdvantageOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        options ??= new RevealedComparativeAdvantageOptions();
        bool[] marks = SpecialisationTable.Marks(activity, options.Threshold);
        int width = activity.Industries.Count;
        int[] diversity = new int[activity.Regions.Count];
        int[] ubiquity = new int[width];
        for (int cell = 0; cell < marks.Length; cell++)
        {
            int mark = marks[cell] ? 1 : 0;
            diversity[cell / width] += mark;
            ubiquity[cell % width] += mark;
        }

        return new RevealedComparativeAdvantageResult(
            activity, marks, diversity, ubiquity, new Provenance(
                "concentration.revealed-comparative-advantage",
                FormattableString.Invariant($"threshold = {options.Threshold}"),
                Source));
    }
}
