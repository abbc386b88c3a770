using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How unevenly each industry is spread over the regions.</summary>
public static class IndustryLocalisation
{
    internal const string Source =
        "Hoover 1936, Review of Economics and Statistics 18(4):162-171; Krugman 1991, Geography and Trade; Audretsch & Feldman 1996, American Economic Review 86(3):630-640";

    /// <summary>Computes the Hoover and the locational Gini index of each industry.</summary>
    /// <remarks>
    /// With a_r the share of region r in the industry and q_r in the reference: Hoover ½ Σ|a − q|; Gini
    /// |Σ_k (A_k Q_k−1 − A_k−1 Q_k)|, A and Q the cumulative shares with the regions in ascending order of a/q; times
    /// ½ on Krugman's scale, times n/(n − 1) when normalised. Regions of a given reference without any activity count
    /// as regions; a region of the activity without reference is refused. An industry without activity has NaN.
    /// No correction for the number of plants: see <see cref="EllisonGlaeser"/>. Cost: industries × n log n.
    /// Source: Hoover 1936, Review of Economics and Statistics 18(4):162-171; Krugman 1991, Geography and Trade;
    /// Audretsch and Feldman 1996, American Economic Review 86(3):630-640.
    /// Agrees with: EconGeo 1.3 locational.Gini and, to its three decimals, Hoover.Gini; REAT 3.0.3 hoover and gini;
    /// relative 1e-9.
    /// </remarks>
    /// <param name="input">Activity, and the reference where it is given.</param>
    /// <param name="options">Reference and scale.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between industries.</param>
    /// <returns>The indices per industry, in ordinal order of the codes.</returns>
    public static IndustryLocalisationResult Estimate(
        IndustryLocalisationInput input,
        IndustryLocalisationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new IndustryLocalisationOptions();
        ActivityTable activity = input.Activity;
        double[] reference = ShareStatistics.Shares(ReferenceOf(input, options.Reference));
        double scale = options.GiniScale == GiniScale.Half ? 0.5 : 1;
        scale *= options.Normalised ? reference.Length / (reference.Length - 1.0) : 1;
        double[] hoover = new double[activity.Industries.Count];
        double[] gini = new double[hoover.Length];
        for (int i = 0; i < hoover.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] shares = new double[reference.Length];
            ShareStatistics.Shares(activity.Column(i)).CopyTo(shares, 0);
            hoover[i] = ShareStatistics.AbsoluteDifference(shares, reference) / 2;
            gini[i] = scale * ShareStatistics.LorenzGini(shares, reference);
        }

        return new IndustryLocalisationResult(
            activity.Industries, hoover, gini, new Provenance(
                "concentration.industry-localisation",
                $"reference = {options.Reference}, gini_scale = {options.GiniScale}, normalised = {options.Normalised}",
                Source))
        {
            Notes =
            [
                .. UnitNotes.Empty(
                    "industry", activity.Industries, activity.IndustryTotals, "Their indices are not defined."),
                .. UnitNotes.When(
                    reference.Length == 1, "one-region", "There is one region only: nothing can be uneven."),
            ],
        };
    }

    /// <summary>Gives the reference by region: those of the activity in their order, then those that only the given
    /// reference has.</summary>
    private static double[] ReferenceOf(IndustryLocalisationInput input, LocalisationReference reference)
    {
        IReadOnlyList<string> regions = input.Activity.Regions;
        if (reference != LocalisationReference.Given)
        {
            return reference == LocalisationReference.Total
                ? input.Activity.RegionTotals
                : [.. Enumerable.Repeat(1.0, regions.Count)];
        }

        RegionReference.Check(input.Reference);
        foreach (string region in regions)
        {
            Require.That(
                input.Reference.ContainsKey(region), nameof(input.Reference),
                $"must have a value for every region of the activity; {region} had none");
        }

        HashSet<string> listed = new(regions, StringComparer.Ordinal);
        double[] values =
        [
            .. regions.Select(region => input.Reference[region]),
            .. input.Reference.Keys.Where(region => !listed.Contains(region)).Order(StringComparer.Ordinal)
                .Select(region => input.Reference[region]),
        ];
        Require.That(
            values.Any(value => value > 0), nameof(input.Reference), "must add up to more than zero; it was 0");
        return values;
    }
}
