using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The industries of a region and of the nation in two periods.</summary>
public sealed record ShiftShareIndustries
{
    /// <summary>Gets the industry codes, each once.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Gets the region's values at the start, zero or greater.</summary>
    public required IReadOnlyList<double> RegionStart { get; init; }

    /// <summary>Gets the region's values at the end, zero or greater.</summary>
    public required IReadOnlyList<double> RegionEnd { get; init; }

    /// <summary>Gets the nation's values at the start, greater than zero where the region's is.</summary>
    public required IReadOnlyList<double> NationStart { get; init; }

    /// <summary>Gets the nation's values at the end, zero or greater.</summary>
    public required IReadOnlyList<double> NationEnd { get; init; }

    /// <summary>Reads the input <c>industries</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The industries.</returns>
    public static ShiftShareIndustries Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("industries");
        return new ShiftShareIndustries
        {
            Codes = table.Texts("industry"),
            RegionStart = table.CompleteNumbers("region_start"),
            RegionEnd = table.CompleteNumbers("region_end"),
            NationStart = table.CompleteNumbers("nation_start"),
            NationEnd = table.CompleteNumbers("nation_end"),
        };
    }

    /// <summary>Refuses columns of different length, repeated industries, negative numbers, and an industry that
    /// the region had at the start and the nation not.</summary>
    internal void Check()
    {
        UnitValues.Different(Codes, nameof(Codes));
        foreach ((IReadOnlyList<double> column, string name) in new[]
        {
            (RegionStart, nameof(RegionStart)), (RegionEnd, nameof(RegionEnd)),
            (NationStart, nameof(NationStart)), (NationEnd, nameof(NationEnd)),
        })
        {
            UnitValues.NotNegative(column, name);
            Require.SameLength(Codes.Count, column.Count, name);
        }

        Require.That(NationStart.Any(value => value > 0), nameof(NationStart), "must add up to more than zero; it was 0");
        for (int i = 0; i < Codes.Count; i++)
        {
            Require.That(
                NationStart[i] > 0 || RegionStart[i] == 0, nameof(NationStart),
                FormattableString.Invariant(
                    $"must be greater than zero where the region's is; industry {Codes[i]} had 0 and {RegionStart[i]}"));
        }
    }
}
