using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Activity of the same regions and industries in two periods.</summary>
/// <param name="Start">The first period.</param>
/// <param name="End">The second period.</param>
public sealed record ActivityPeriods(ActivityTable Start, ActivityTable End)
{
    /// <summary>Reads the inputs <c>start</c> and <c>end</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The two tables.</returns>
    public static ActivityPeriods Read(MeasureRequest request) =>
        new(ActivityTable.Read(request, "start"), ActivityTable.Read(request, "end"));

    /// <summary>Refuses tables that do not hold the same regions and industries.</summary>
    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Start);
        ArgumentNullException.ThrowIfNull(End);
        Compare(Start.Regions, End.Regions, "region");
        Compare(Start.Industries, End.Industries, "industry");
    }

    private static void Compare(IReadOnlyList<string> start, IReadOnlyList<string> end, string kind)
    {
        string? lost = start.Except(end, StringComparer.Ordinal).FirstOrDefault();
        Require.That(
            lost is null, nameof(End), $"must hold every {kind} of the start; {lost} was missing (list it with value 0)");
        string? found = end.Except(start, StringComparer.Ordinal).FirstOrDefault();
        Require.That(
            found is null, nameof(Start), $"must hold every {kind} of the end; {found} was missing (list it with value 0)");
    }
}
