using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How many regions are specialised in both of two industries.</summary>
public static class CoOccurrence
{
    internal const string Source = "Hidalgo, Klinger, Barabási & Hausmann 2007, doi:10.1126/science.1144581";

    private static readonly PairQuantity Quantity = new(
        "co_occurrence", "Co-occurrence", "Number of regions specialised in both industries.");

    /// <summary>Counts the regions for each pair of industries.</summary>
    /// <remarks>
    /// C = BᵀB with diagonal 0, B the table of specialisation: 1 where the location quotient is at least 1, 0 else.
    /// A quotient of exactly 1 counts, as x_ri x.. is compared with x_.i x_r. and nothing is rounded; an empty cell
    /// never does. Negative or missing activity is refused. Cost: pairs of industries × regions / 64.
    /// Source: Hidalgo, Klinger, Barabási and Hausmann 2007, doi:10.1126/science.1144581. Agrees with: EconGeo
    /// co.occurrence, exactly.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used: the cost is one pass over the pairs.</param>
    /// <param name="cancellationToken">Looked at between industries.</param>
    /// <returns>The matrix of all pairs.</returns>
    public static IndustryPairResult Estimate(
        ActivityTable activity,
        CoOccurrenceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        CoOccurrenceCounts counts = CoOccurrenceCounts.Of(SpecialisationTable.Of(activity), cancellationToken);
        return new IndustryPairResult(
            counts.Industries,
            counts.Counts,
            [.. IndustryNotes.WithoutSpecialisation(counts)],
            new Provenance("concentration.co-occurrence", "", Source))
        {
            Quantity = Quantity,
        };
    }
}
