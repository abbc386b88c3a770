using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Learning;

/// <summary>The regime mix of all firms and of each place.</summary>
internal static class PlaceRegimes
{
    public static IReadOnlyList<PlaceRegime> Of(FirmRegimeProbabilities[] firms, int[] known, int[][] regimes)
    {
        string[] places = [.. firms.Select(firm => firm.Place).Where(place => place.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        return [.. places.Prepend("").SelectMany(place => Enum.GetValues<LearningRegime>().Select(regime => Mix(place, regime, firms, known, regimes)))];
    }

    private static PlaceRegime Mix(string place, LearningRegime regime, FirmRegimeProbabilities[] firms, int[] known, int[][] regimes)
    {
        bool Here(FirmRegimeProbabilities firm) => place.Length == 0 || firm.Place == place;
        int[] rows = [.. Enumerable.Range(0, known.Length).Where(i => Here(firms[known[i]]))];
        double[] shares = rows.Length == 0 ? [] : [.. Enumerable.Range(0, regimes[0].Length).Select(
            draw => rows.Count(row => regimes[row][draw] == (int)regime) / (double)rows.Length)];
        double[] sorted = [.. shares.Order()];
        return new PlaceRegime(
            place, regime, rows.Length, Sums.Mean(shares),
            sorted.Length == 0 ? double.NaN : Quantiles.Type7(sorted, 0.025), sorted.Length == 0 ? double.NaN : Quantiles.Type7(sorted, 0.975));
    }
}
