using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How much more often than expected regions are specialised in both of two industries.</summary>
public static class Relatedness
{
    internal const string Source =
        "Hidalgo et al. 2007, doi:10.1126/science.1144581; van Eck & Waltman 2009, doi:10.1002/asi.21075; Steijn 2017";

    private static readonly PairQuantity Quantity = new(
        "relatedness", "Relatedness", "Co-occurrence over what the frequency of the two industries leads one to expect.");

    /// <summary>Computes the relatedness of each pair of industries.</summary>
    /// <remarks>
    /// With C the co-occurrence (diagonal 0), S_i its row sums, T its sum and u the ubiquity. Association:
    /// (C/T) / ((S_i/T)(S_j/T)); cosine: C / √(S_i S_j); Jaccard: C / (S_i + S_j − C); minimum conditional:
    /// C / max(u_i, u_j); probability: C / (((S_i/T)(S_j/(T − S_i)) + (S_j/T)(S_i/(T − S_j))) T/2). 0/0 gives 0, and
    /// so does the diagonal. Association and probability have 1 for "as often as expected"; the others have no such
    /// point. Negative or missing activity is refused. Cost: pairs of industries × regions / 64.
    /// Source: Hidalgo, Klinger, Barabási and Hausmann 2007, doi:10.1126/science.1144581; van Eck and Waltman 2009,
    /// doi:10.1002/asi.21075; Steijn 2017 (probability). Agrees with: EconGeo 1.3 relatedness, relative 1e-10.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">The normalisation.</param>
    /// <param name="execution">Not used: the cost is one pass over the pairs.</param>
    /// <param name="cancellationToken">Looked at between industries.</param>
    /// <returns>The matrix of all pairs.</returns>
    public static IndustryPairResult Estimate(
        ActivityTable activity,
        RelatednessOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        options ??= new RelatednessOptions();
        CoOccurrenceCounts counts = CoOccurrenceCounts.Of(SpecialisationTable.Of(activity), cancellationToken);
        return new IndustryPairResult(
            counts.Industries,
            RelatednessKernel.Run(counts, options.Method),
            [.. IndustryNotes.WithoutSpecialisation(counts)],
            new Provenance("concentration.relatedness", $"method = {options.Method}", Source))
        {
            Quantity = Quantity,
        };
    }
}
