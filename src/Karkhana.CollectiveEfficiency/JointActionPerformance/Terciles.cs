using Karkhana.Core.Inference;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Thirds of firms by performance; firms that perform alike are always in the same third.</summary>
internal static class Terciles
{
    public const int Low = 0;
    public const int High = 2;
    public const int Count = 3;

    /// <summary>Gives the third of each firm: low up to the first type 7 tercile, high above the second; −1 where
    /// performance is not known.</summary>
    public static int[] Of(IReadOnlyList<double> performance)
    {
        double[] sorted = [.. performance.Where(value => !double.IsNaN(value)).Order()];
        (double first, double second) = (Quantiles.Type7(sorted, 1.0 / 3), Quantiles.Type7(sorted, 2.0 / 3));
        return [.. performance.Select(value => double.IsNaN(value) ? -1 : value <= first ? Low : value > second ? High : 1)];
    }

    /// <summary>Gives the mean change and the number of firms of a third.</summary>
    public static (double Mean, int Firms) Mean(double[] changes, int[] terciles, int tercile)
    {
        double sum = 0;
        int firms = 0;
        for (int firm = 0; firm < changes.Length; firm++)
        {
            if (terciles[firm] == tercile && !double.IsNaN(changes[firm]))
            {
                sum += changes[firm];
                firms++;
            }
        }

        return (sum / firms, firms);
    }
}
