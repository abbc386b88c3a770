using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;

namespace Karkhana.Diagnosis;

/// <summary>The respondents of a survey by what tells them apart.</summary>
/// <param name="Clustered">Positions of the clustered respondents.</param>
/// <param name="Dispersed">Positions of the dispersed respondents.</param>
/// <param name="Names">The group of each respondent, by place, size and role; null where it is not known.</param>
internal sealed record RespondentGroups(int[] Clustered, int[] Dispersed, IReadOnlyDictionary<string, string?[]> Names)
{
    /// <summary>Told apart by standing in a cluster or not.</summary>
    public const string ByPlace = "place";

    private static readonly (double Most, string Name)[] Sizes =
        [(9, "small (up to 9 workers)"), (49, "medium (10 to 49 workers)"), (double.PositiveInfinity, "large (50 workers and more)")];

    public static RespondentGroups Of(Study study, Survey survey, Focus focus, KnowledgeNetwork? network)
    {
        Dictionary<int, bool> standing = focus.Firms.Zip(focus.Clustered).ToDictionary(pair => pair.First, pair => pair.Second);
        bool?[] clustered = [.. survey.Firms.Select(firm => standing.TryGetValue(firm, out bool inside) ? inside : (bool?)null)];
        Dictionary<string, string?[]> names = new(StringComparer.Ordinal)
        {
            [ByPlace] = [.. clustered.Select(inside => inside switch { true => "clustered", false => "dispersed", null => null })],
        };
        if (study.Firms.Employment.Length > 0)
        {
            names["size"] = [.. survey.Firms.Select(firm => SizeOf(study.Firms.Employment[firm]))];
        }

        if (network is not null)
        {
            Dictionary<int, string> roles = network.Firms.Zip(network.Roles.Roles, (firm, role) => (firm, role))
                .ToDictionary(pair => pair.firm, pair => Words.Spaced(pair.role));
            names["role"] = [.. survey.Firms.Select(roles.GetValueOrDefault)];
        }

        int[] all = [.. Enumerable.Range(0, survey.Respondents)];
        return new RespondentGroups(
            [.. all.Where(respondent => clustered[respondent] is true)], [.. all.Where(respondent => clustered[respondent] is false)], names);
    }

    private static string? SizeOf(double workers) => double.IsNaN(workers) ? null : Sizes.First(size => workers <= size.Most).Name;
}
