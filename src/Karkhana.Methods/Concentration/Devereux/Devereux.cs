using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Agglomeration of an industry as geographic less industrial concentration.</summary>
public static class Devereux
{
    internal const string Source =
        "Devereux, Griffith & Simpson 2004, Regional Science and Urban Economics 34(5):533-564";

    /// <summary>Computes the index of each industry.</summary>
    /// <remarks>
    /// With s the shares of the industry over K regions, z the shares of its N plants, K* = min(N, K) and H = Σz²:
    /// F = Σ (s_k − 1/K*)² over the K* largest shares = Σs² − 1/K*; M = Σ (z_n − 1/N)² = H − 1/N; α = F − M.
    /// As there are never more than K* regions with plants, the two forms of F are the same. N ≤ K gives α = Σs² − H:
    /// 0 when no two plants share a region, 1 − H when all do. N > K gives α = Σs² − 1/K − (H − 1/N): 0 for equal
    /// plants spread evenly (N a multiple of K), 1 − 1/K − (H − 1/N) when all share one region, and below 0 when
    /// regions are more even than plants. No reference to other industries enters, so large regions are not expected
    /// to hold more. Plants without workers are left out with a note; with fewer than two plants the index is NaN
    /// with a note. Missing employment is refused. Cost: one pass over the plants.
    /// Source: Devereux, Griffith and Simpson 2004, Regional Science and Urban Economics 34(5):533-564.
    /// Agrees with: hand-computed cases; no other software is known to us.
    /// </remarks>
    /// <param name="plants">The plants.</param>
    /// <param name="options">The number of regions.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between industries.</param>
    /// <returns>The indices per industry, in ordinal order of the codes.</returns>
    /// <exception cref="ArgumentException">The plants are wrong, or fewer regions were asked for than have
    /// plants.</exception>
    public static DevereuxResult Estimate(
        PlantTable plants,
        DevereuxOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plants);
        plants.Check();
        options ??= new DevereuxOptions();
        CodeList regions = plants.RegionCodes(PlantReference.Plants);
        int places = options.Regions ?? regions.Codes.Length;
        Require.Between(places, regions.Codes.Length, int.MaxValue, nameof(DevereuxOptions.Regions));
        double[] weights = plants.Weights();
        CodeList industries = CodeList.Of(plants.Industries);
        ILookup<int, int> plantsOf = Enumerable.Range(0, weights.Length)
            .Where(plant => weights[plant] > 0).ToLookup(plant => industries.Positions[plant]);
        double[] inRegion = new double[regions.Codes.Length];
        List<DevereuxIndustry> rows = [];
        for (int industry = 0; industry < industries.Codes.Length; industry++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(inRegion);
            rows.Add(Row(industries.Codes[industry], [.. plantsOf[industry]], weights, regions.Positions, inRegion, places));
        }

        return new DevereuxResult(
            rows,
            Notes(rows, industries.Codes, weights),
            new Provenance(
                "concentration.devereux", FormattableString.Invariant($"regions = {places}"), Source));
    }

    private static IReadOnlyList<Note> Notes(List<DevereuxIndustry> rows, string[] industries, double[] weights)
    {
        int idle = weights.Count(weight => weight == 0);
        return
        [
            .. idle == 0 ? Array.Empty<Note>() : [new Note(
                "plants-without-workers", Severity.Information,
                FormattableString.Invariant($"{idle} of {weights.Length} plants have no workers and were left out."))],
            .. UnitNotes.About(
                "too-few-plants", industries, i => rows[i].Plants < 2,
                "Industries with fewer than two plants with workers", "They have no index."),
        ];
    }

    private static DevereuxIndustry Row(
        string industry, int[] own, double[] weights, int[] regionOf, double[] inRegion, int places)
    {
        double total = 0;
        foreach (int plant in own)
        {
            total += weights[plant];
        }

        double h = 0;
        foreach (int plant in own)
        {
            double z = weights[plant] / total;
            h += z * z;
            inRegion[regionOf[plant]] += z;
        }

        double squares = 0;
        foreach (double share in inRegion)
        {
            squares += share * share;
        }

        double geographic = own.Length == 0 ? double.NaN : squares - (1.0 / Math.Min(own.Length, places));
        return new DevereuxIndustry(
            industry,
            own.Length,
            own.Length < 2 ? double.NaN : geographic - (h - (1.0 / own.Length)),
            geographic,
            own.Length == 0 ? double.NaN : h);
    }
}
