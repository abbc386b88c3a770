using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The known values of each group, groups in ordinal order.</summary>
internal sealed class GroupedObservations
{
    internal const string Roles = "value, group; rows with a gap are dropped";

    private readonly int _dropped;

    private GroupedObservations(double[] pooled, CodeList groups, int dropped)
    {
        Pooled = pooled;
        Groups = groups;
        _dropped = dropped;
        Values = [.. groups.Codes.Select((_, group) => pooled.Where((_, i) => groups.Positions[i] == group).ToArray())];
    }

    public double[] Pooled { get; }

    public CodeList Groups { get; }

    public double[][] Values { get; }

    public int Count => Values.Length;

    public IReadOnlyList<int> Sizes => [.. Values.Select(values => values.Length)];

    public IReadOnlyList<double> Means => [.. Values.Select(values => Varies(values) ? Sums.Mean(values) : values[0])];

    /// <summary>Gets the sample variances: exactly 0 where all values are equal, NaN for one value.</summary>
    public IReadOnlyList<double> Variances =>
        [.. Values.Select(values => values.Length > 1 && !Varies(values) ? 0 : Sums.Variance(values))];

    public IEnumerable<Note> Notes => DesignNotes.Dropped(_dropped, _dropped + Pooled.Length);

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    public static GroupedValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        double[] values = sample.Numbers("value");
        string?[] groups = sample.CellsOf(sample.ColumnsOf("group")[0]);
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = groups[row] is null or "" or "NA" or "NaN" ? double.NaN : values[row];
        }

        return new GroupedValues(values, [.. groups.Select(group => group ?? "")]);
    }

    /// <summary>Sorts values into groups and refuses too few or too many of either.</summary>
    public static GroupedObservations Of(GroupedValues sample, int leastSize, int mostGroups = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Require.SameLength(sample.Values.Count, sample.Groups.Count, nameof(sample.Groups));
        int[] known = [.. Enumerable.Range(0, sample.Values.Count).Where(i => !double.IsNaN(sample.Values[i]))];
        double[] pooled = [.. known.Select(i => sample.Values[i])];
        Require.Finite(pooled, nameof(sample.Values));
        GroupedObservations observations = new(
            pooled, CodeList.Of([.. known.Select(i => sample.Groups[i])]), sample.Values.Count - known.Length);
        string allowed = mostGroups == 2 ? "two groups" : "at least two groups";
        Require.That(
            observations.Count >= 2 && observations.Count <= mostGroups, nameof(sample.Groups),
            FormattableString.Invariant($"must hold {allowed}; it held {observations.Count}"));
        int small = Array.FindIndex(observations.Values, values => values.Length < leastSize);
        Require.That(small < 0, nameof(sample.Values), small < 0 ? "" : FormattableString.Invariant(
            $"must hold at least {leastSize} values of each group; group {observations.Groups.Codes[small]} has {observations.Values[small].Length}"));
        return observations;
    }

    public static bool Varies(double[] values) => Array.Exists(values, value => value != values[0]);
}
