using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>Activity by region and industry as a full matrix; pairs that were not listed are 0, repeated ones are
/// summed.</summary>
public sealed class ActivityTable
{
    private readonly double[] _values;

    private ActivityTable(string[] regions, string[] industries, double[] values)
    {
        Regions = regions;
        Industries = industries;
        _values = values;
        RegionTotals = new double[regions.Length];
        IndustryTotals = new double[industries.Length];
        for (int r = 0; r < regions.Length; r++)
        {
            for (int i = 0; i < industries.Length; i++)
            {
                RegionTotals[r] += this[r, i];
                IndustryTotals[i] += this[r, i];
                Total += this[r, i];
            }
        }
    }

    /// <summary>Gets the description of the input <c>activity</c>.</summary>
    internal static InputSpec Spec { get; } = new("activity", "region, industry, value");

    /// <summary>Gets the region codes in ordinal order.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>Gets the industry codes in ordinal order.</summary>
    public IReadOnlyList<string> Industries { get; }

    /// <summary>Gets the activity, region after region.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Gets the activity of each region.</summary>
    public double[] RegionTotals { get; }

    /// <summary>Gets the activity of each industry.</summary>
    public double[] IndustryTotals { get; }

    /// <summary>Gets all activity.</summary>
    public double Total { get; }

    /// <summary>Gets the activity of an industry in a region.</summary>
    /// <param name="region">The position of the region.</param>
    /// <param name="industry">The position of the industry.</param>
    public double this[int region, int industry] => _values[(region * Industries.Count) + industry];

    /// <summary>Makes the matrix from a long table.</summary>
    /// <param name="regions">The region of each row.</param>
    /// <param name="industries">The industry of each row.</param>
    /// <param name="values">The activity of each row, zero or greater.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">There is no row, lengths differ, or a value is negative or
    /// missing.</exception>
    public static ActivityTable Of(
        IReadOnlyList<string> regions, IReadOnlyList<string> industries, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(industries);
        ArgumentNullException.ThrowIfNull(values);
        Require.That(regions.Count > 0, nameof(regions), "must have at least one row; it was empty");
        Require.SameLength(regions.Count, industries.Count, nameof(industries));
        Require.SameLength(regions.Count, values.Count, nameof(values));
        CodeList regionCodes = CodeList.Of(regions);
        CodeList industryCodes = CodeList.Of(industries);
        double[] matrix = new double[regionCodes.Codes.Length * industryCodes.Codes.Length];
        for (int row = 0; row < values.Count; row++)
        {
            if (!(double.IsFinite(values[row]) && values[row] >= 0)) // the words are made only when needed
            {
                Require.That(false, nameof(values), FormattableString.Invariant(
                    $"must be zero or greater; row {row + 1} was {values[row]}"));
            }

            matrix[(regionCodes.Positions[row] * industryCodes.Codes.Length) + industryCodes.Positions[row]] += values[row];
        }

        return new ActivityTable(regionCodes.Codes, industryCodes.Codes, matrix);
    }

    /// <summary>Reads the input <c>activity</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The matrix.</returns>
    public static ActivityTable Read(MeasureRequest request) => Read(request, "activity");

    /// <summary>Reads an input of a request by its name.</summary>
    internal static ActivityTable Read(MeasureRequest request, string input)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table(input);
        return Of(table.Texts("region"), table.Texts("industry"), table.CompleteNumbers("value"));
    }

    /// <summary>Gives the activity of a region by industry.</summary>
    internal ReadOnlySpan<double> Row(int region) => _values.AsSpan(region * Industries.Count, Industries.Count);

    /// <summary>Gives the activity of an industry by region.</summary>
    internal double[] Column(int industry)
    {
        double[] column = new double[Regions.Count];
        for (int r = 0; r < column.Length; r++)
        {
            column[r] = this[r, industry];
        }

        return column;
    }

    /// <summary>Gives the column of regions of a tidy table with one row per cell.</summary>
    internal TextColumn RegionColumn() => Karkhana.Core.Tables.Column.Of(
        "region", Regions.SelectMany(region => Industries.Select(_ => region)), "Region", "Region code.");

    /// <summary>Gives the column of industries of a tidy table with one row per cell.</summary>
    internal TextColumn IndustryColumn() => Karkhana.Core.Tables.Column.Of(
        "industry", Regions.SelectMany(_ => Industries), "Industry", "Industry code.");
}
