using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;
using Karkhana.Reporting;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>The page of one firm, as its sections read it.</summary>
internal sealed class ProfilePage(ProfiledGroup group, int firm, TextCatalogue texts)
{
    private readonly Dictionary<int, int> _respondents = Enumerable.Range(0, group.Survey.Respondents)
        .ToDictionary(respondent => group.Survey.Firms[respondent]);

    public ProfiledGroup Group => group;

    public int Firm => firm;

    public string Id => group.Study.Firms.Ids[firm];

    public TextCatalogue Texts => texts;

    /// <summary>Gets the surveyed firms of the cluster.</summary>
    public int[] Cluster { get; } = [.. group.Focus.ClusteredFirms.Where(group.Survey.Firms.Contains)];

    public bool IsClustered => Cluster.Contains(firm);

    public CapabilityLadderResult? Ladder => group.Ladders?.Ladders.FirstOrDefault(ladder => ladder.Firm == firm)?.Ladder;

    public bool LevelsAreShown => group.Ladders is { LevelsAreReproducible: true };

    public int Respondent(int ofFirm) => _respondents[ofFirm];

    public ClusterBand Function(int function)
    {
        Dictionary<int, double> scores = group.Ladders!.Ladders.ToDictionary(ladder => ladder.Firm, ladder => ladder.Ladder.Scores[function]);
        return ClusterBand.Of(Cluster, firm, other => scores.GetValueOrDefault(other, double.NaN));
    }

    /// <summary>Gives the wording of an item in the language of the page, else in English, else its id.</summary>
    public string Wording(SurveyItem item) =>
        item.Labels.GetValueOrDefault(texts.Language) ?? item.Labels.GetValueOrDefault("en") ?? item.Id;

    public static string Spaced(string word) => word.Replace('_', ' ');

    public static string Sentenced(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + Spaced(word)[1..];
}
