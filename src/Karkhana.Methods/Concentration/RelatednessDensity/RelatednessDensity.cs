using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>How much of what is related to an industry a region has already.</summary>
public static class RelatednessDensity
{
    internal const string Source =
        "Hidalgo et al. 2007, doi:10.1126/science.1144581; Boschma, Balland & Kogler 2015, doi:10.1093/icc/dtu012";

    // A relatedness of exactly 1 may come out a rounding error above it, and is no link.
    private const double AsExpected = 1 + 1e-12;

    /// <summary>Computes the density of each industry around each region.</summary>
    /// <remarks>
    /// density_ri = Σ_j B_rj φ_ij / Σ_j φ_ij, with B the table of specialisation and φ the relatedness, or 1 where it
    /// exceeds 1 and 0 else; times 100 for percent. An industry without related ones gives NaN and a note. Whether the
    /// region has the industry itself does not enter, as φ_ii is 0. Negative or missing activity is refused.
    /// Cost: specialisations × industries, plus the pairs of industries × regions / 64.
    /// Source: Hidalgo, Klinger, Barabási and Hausmann 2007, doi:10.1126/science.1144581; Boschma, Balland and Kogler
    /// 2015, doi:10.1093/icc/dtu012. Agrees with: EconGeo 1.3 relatedness.density before it rounds, relative 1e-10.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">Normalisation, link and unit.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between regions.</param>
    /// <returns>The matrix of regions by industries.</returns>
    public static RelatednessDensityResult Estimate(
        ActivityTable activity,
        RelatednessDensityOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        options ??= new RelatednessDensityOptions();
        SpecialisationTable table = SpecialisationTable.Of(activity);
        double[] links = RelatednessKernel.Run(CoOccurrenceCounts.Of(table, cancellationToken), options.Method);
        if (options.Link == RelatednessLink.Binary)
        {
            links = Array.ConvertAll(links, value => value > AsExpected ? 1.0 : 0);
        }

        double[] all = Sums(links, table.Industries.Count);
        double[] values = RelatednessDensityKernel.Run(
            table, links, all, options.Scale == RelatednessScale.Percent ? 100 : 1, cancellationToken);
        return new RelatednessDensityResult(
            table.Regions,
            table.Industries,
            values,
            Specialised(table),
            options.Scale,
            [
                .. UnitNotes.About(
                    "no-related-industry", table.Industries, i => all[i] == 0,
                    "Industries related to no other", "They have no density.", Severity.Information),
            ],
            new Provenance(
                "concentration.relatedness-density",
                $"method = {options.Method}, link = {options.Link}, scale = {options.Scale}",
                Source));
    }

    private static double[] Sums(double[] links, int width)
    {
        double[] sums = new double[width];
        for (int cell = 0; cell < links.Length; cell++)
        {
            sums[cell % width] += links[cell];
        }

        return sums;
    }

    private static bool[] Specialised(SpecialisationTable table)
    {
        int width = table.Industries.Count;
        bool[] specialised = new bool[table.Regions.Count * width];
        for (int r = 0; r < table.Regions.Count; r++)
        {
            foreach (int i in table.IndustriesOf[r])
            {
                specialised[(r * width) + i] = true;
            }
        }

        return specialised;
    }
}
