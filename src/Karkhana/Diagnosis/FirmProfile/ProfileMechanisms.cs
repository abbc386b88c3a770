using Karkhana.Capability;
using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>The ways of learning that the firm uses.</summary>
internal static class ProfileMechanisms
{
    public static Section Compose(ProfilePage page)
    {
        IReadOnlyList<LearningMechanism> all = page.Group.Mechanisms.Mechanisms;
        int[] asked = [.. Enumerable.Range(0, all.Count).Where(m => page.Group.Intensities[m].Any(value => !double.IsNaN(value)))];
        if (asked.Length == 0)
        {
            return new Section("profile_mechanisms", []);
        }

        double Of(int mechanism, int firm) => page.Group.Intensities[mechanism][page.Respondent(firm)];
        string[] Titles(Func<double, bool> which) => [.. asked.Where(m => which(Of(m, page.Firm))).Select(m => Lowered(all[m].Title))];
        string[] used = Titles(value => value > 0);
        string[] unused = Titles(value => value == 0);
        string[] unknown = [.. Titles(double.IsNaN), .. all.Where((_, m) => !asked.Contains(m)).Select(mechanism => Lowered(mechanism.Title))];
        Sentence[] sentences =
        [
            .. Listed("profile.uses", used), .. Listed("profile.uses_not", unused), .. Listed("profile.uses_unknown", unknown),
            .. Common(page, all, asked), Sentence.Of("profile.use_only"),
        ];
        return new Section("profile_mechanisms", [new ListBlock(sentences)]);
    }

    private static Sentence[] Common(ProfilePage page, IReadOnlyList<LearningMechanism> all, int[] asked)
    {
        double Of(int mechanism, int firm) => page.Group.Intensities[mechanism][page.Respondent(firm)];
        (string Title, double Share)[] others = [.. asked.Where(m => Of(m, page.Firm) == 0)
            .Select(m => (all[m].Title, ClusterBand.ShareOf(page.Cluster, page.Firm, firm => Of(m, firm))))];
        return Listed("profile.uses_cluster", [.. others.Where(other => !double.IsNaN(other.Share)).OrderByDescending(other => other.Share)
            .Select(other => FormattableString.Invariant($"{Lowered(other.Title)} ({other.Share * 100:0}%)"))]);
    }

    private static Sentence[] Listed(string key, string[] titles) =>
        titles.Length == 0 ? [] : [Sentence.Of(key, ("mechanisms", string.Join("; ", titles)))];

    // Titles hold commas and begin with a capital; one that begins with an abbreviation, such as R&D, keeps it.
    private static string Lowered(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
