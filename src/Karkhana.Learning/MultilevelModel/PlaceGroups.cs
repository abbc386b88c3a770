using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The places of the firms used.</summary>
internal sealed class PlaceGroups
{
    private readonly int[] _byRow;

    public PlaceGroups(LearningSample sample, int[] rows)
    {
        Codes = [.. rows.Select(row => sample.Places[row])];
        Grouping = Grouping.Of(Codes);
        _byRow = Grouping.ByRow.ToArray();
        Sizes = new int[Grouping.Count];
        foreach (int place in _byRow)
        {
            Sizes[place]++;
        }
    }

    public string[] Codes { get; }

    public Grouping Grouping { get; }

    public int Count => Grouping.Count;

    /// <summary>Gets the firms of each place.</summary>
    public int[] Sizes { get; }

    /// <summary>Gives the mean of each place.</summary>
    public double[] Means(double[] values)
    {
        double[] sums = new double[Count];
        for (int row = 0; row < values.Length; row++)
        {
            sums[_byRow[row]] += values[row];
        }

        return [.. sums.Zip(Sizes, (sum, size) => sum / size)];
    }

    /// <summary>Gives the mean of each firm's place, less the mean over all firms.</summary>
    public double[] Between(double[] values)
    {
        double[] means = Means(values);
        double all = Sums.Mean(values);
        return [.. _byRow.Select(place => means[place] - all)];
    }

    /// <summary>Gives each firm's deviation from the mean of its place.</summary>
    public double[] Within(double[] values)
    {
        double[] means = Means(values);
        return [.. values.Select((value, row) => value - means[_byRow[row]])];
    }

    /// <summary>Says whether firms of one place differ.</summary>
    public bool VariesWithin(double[] values) => _byRow.Zip(values).Distinct().Count() > Count;

    /// <summary>Says whether the means of places differ by more than rounding.</summary>
    public bool VariesBetween(double[] values)
    {
        double[] means = Means(values);
        return means.Max() - means.Min() > 1e-9;
    }

    /// <summary>Gives a 0/1 variable for each place but the first, over all firms of the sample.</summary>
    public IEnumerable<KeyValuePair<string, double[]>> Indicators(LearningSample sample) => Enumerable.Range(1, Count - 1).Select(
        place => KeyValuePair.Create(
            FormattableString.Invariant($"place {place}"),
            sample.Places.Select(code => code == Grouping.Labels[place] ? 1.0 : 0.0).ToArray()));

    /// <summary>Gives the mean of each firm's place, over all firms of the sample; NaN for places without a firm that is used.</summary>
    public double[] Means(LearningSample sample, double[] values)
    {
        Dictionary<string, double> means = Grouping.Labels.Zip(Means(values)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. sample.Places.Select(place => means.TryGetValue(place, out double mean) ? mean : double.NaN)];
    }
}
