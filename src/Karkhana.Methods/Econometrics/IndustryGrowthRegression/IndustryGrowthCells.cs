using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Core.Tables;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Econometrics;

/// <summary>Activity by region and industry at two times.</summary>
/// <param name="Start">The activity at the start.</param>
/// <param name="End">The activity at the end.</param>
public sealed record IndustryGrowthCells(ActivityTable Start, ActivityTable End)
{
    internal const string Growth = "growth";
    internal static readonly string[] Terms = ["location_quotient", "diversity", "national_growth", "log_employment"];

    /// <summary>Reads the inputs <c>start</c> and <c>end</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The cells.</returns>
    public static IndustryGrowthCells Read(MeasureRequest request) =>
        new(ActivityTable.Read(request, "start"), ActivityTable.Read(request, "end"));

    /// <summary>Writes growth and terms of the cells that are positive at both times; regions as clusters.</summary>
    internal RegressionSample ToSample()
    {
        Kept cells = Keep();
        ActivityTable start = ActivityTable.Of(cells.Regions, cells.Industries, cells.Start);
        ActivityTable end = ActivityTable.Of(cells.Regions, cells.Industries, cells.End);
        int[] regions = Positions(start.Regions, cells.Regions);
        int[] industries = Positions(start.Industries, cells.Industries);
        double[] quotients = new double[cells.Start.Count];
        double[] diversities = new double[quotients.Length];
        double[] national = new double[quotients.Length];
        int[] regionsOf = new int[start.Industries.Count];
        foreach (int industry in industries)
        {
            regionsOf[industry]++;
        }

        for (int cell = 0; cell < quotients.Length; cell++)
        {
            (int region, int industry) = (regions[cell], industries[cell]);
            double own = cells.Start[cell];
            quotients[cell] = own / start.RegionTotals[region] / (start.IndustryTotals[industry] / start.Total);
            diversities[cell] = Diversity(start, region, industry);

            // Elsewhere nothing is left of an industry of one region: no national growth, and the row is dropped.
            national[cell] = regionsOf[industry] == 1
                ? double.NaN
                : Math.Log((end.IndustryTotals[industry] - cells.End[cell]) / (start.IndustryTotals[industry] - own));
        }

        return new RegressionSample(Table.Of(
            "cells",
            Column.Of(Growth, cells.End.Zip(cells.Start, (after, before) => Math.Log(after / before))),
            Column.Of(Terms[0], quotients),
            Column.Of(Terms[1], diversities),
            Column.Of(Terms[2], national),
            Column.Of(Terms[3], cells.Start.Select(value => Math.Log(value)))))
        {
            Clusters = [cells.Regions],
        };
    }

    // 1 − Σ of squared shares among the other industries of the region; NaN when there is no other.
    private static double Diversity(ActivityTable start, int region, int industry)
    {
        double others = 0;
        double squares = 0;
        for (int other = 0; other < start.Industries.Count; other++)
        {
            double value = other == industry ? 0 : start[region, other];
            others += value;
            squares += value * value;
        }

        return others > 0 ? 1 - (squares / (others * others)) : double.NaN;
    }

    private static int[] Positions(IReadOnlyList<string> codes, IReadOnlyList<string> of)
    {
        Dictionary<string, int> at = codes.Select((code, position) => (code, position)).ToDictionary(pair => pair.code, pair => pair.position);
        return [.. of.Select(code => at[code])];
    }

    private Kept Keep()
    {
        Dictionary<string, int> regions = End.Regions.Select((code, at) => (code, at)).ToDictionary(pair => pair.code, pair => pair.at);
        Dictionary<string, int> industries = End.Industries.Select((code, at) => (code, at)).ToDictionary(pair => pair.code, pair => pair.at);
        Kept kept = new([], [], [], []);
        for (int r = 0; r < Start.Regions.Count; r++)
        {
            for (int i = 0; i < Start.Industries.Count; i++)
            {
                double before = Start[r, i];
                double after = regions.TryGetValue(Start.Regions[r], out int region) && industries.TryGetValue(Start.Industries[i], out int industry)
                    ? End[region, industry]
                    : 0;
                if (before > 0 && after > 0)
                {
                    kept.Regions.Add(Start.Regions[r]);
                    kept.Industries.Add(Start.Industries[i]);
                    kept.Start.Add(before);
                    kept.End.Add(after);
                }
            }
        }

        Require.That(kept.Start.Count > 0, nameof(End), "must share a cell of positive activity with the start; there was none");
        return kept;
    }

    private sealed record Kept(List<string> Regions, List<string> Industries, List<double> Start, List<double> End);
}
