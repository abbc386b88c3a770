using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Activity by region and industry, and the group of each industry.</summary>
public sealed record GroupedActivity
{
    private GroupedActivity(ActivityTable activity, string[] groups)
    {
        Activity = activity;
        Groups = groups;
    }

    /// <summary>Gets the activity.</summary>
    public ActivityTable Activity { get; }

    /// <summary>Gets the group of each industry, in the order of the industries of the activity.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Makes the input from a long table.</summary>
    /// <param name="regions">The region of each row.</param>
    /// <param name="industries">The industry of each row.</param>
    /// <param name="groups">The group of the industry of each row.</param>
    /// <param name="values">The activity of each row, zero or greater; repeated pairs are summed.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a value is negative or missing, or an industry is put into
    /// two groups.</exception>
    public static GroupedActivity Of(
        IReadOnlyList<string> regions, IReadOnlyList<string> industries, IReadOnlyList<string> groups, IReadOnlyList<double> values)
    {
        ActivityTable activity = ActivityTable.Of(regions, industries, values);
        ArgumentNullException.ThrowIfNull(groups);
        Require.SameLength(industries.Count, groups.Count, nameof(groups));
        Dictionary<string, string> groupOf = new(StringComparer.Ordinal);
        for (int row = 0; row < industries.Count; row++)
        {
            string industry = industries[row];
            if (!groupOf.TryAdd(industry, groups[row]) && groupOf[industry] != groups[row])
            {
                Require.That(
                    false, nameof(groups),
                    $"must put each industry into one group; {industry} was in {groupOf[industry]} and in {groups[row]}");
            }
        }

        return new GroupedActivity(activity, [.. activity.Industries.Select(code => groupOf[code])]);
    }

    /// <summary>Reads the input <c>activity</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static GroupedActivity Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("activity");
        return Of(table.Texts("region"), table.Texts("industry"), table.Texts("group"), table.CompleteNumbers("value"));
    }
}
