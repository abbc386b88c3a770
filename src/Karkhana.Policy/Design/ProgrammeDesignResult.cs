using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The design of a programme held against the four features.</summary>
/// <param name="Checks">The answers, by policy and then for the programme as a whole.</param>
/// <param name="Scores">The scores by policy and feature.</param>
public sealed record ProgrammeDesignResult(IReadOnlyList<DesignCheck> Checks, IReadOnlyList<FeatureScore> Scores)
{
    /// <summary>The name of all policies together.</summary>
    public const string Programme = "programme";

    /// <summary>Gives one row per policy and feature: the axes of a radar figure.</summary>
    /// <returns>The table <c>programme_design</c>.</returns>
    public Table ToTable() => Table.Of(
        "programme_design",
        Column.Of("group", Scores.Select(one => (string?)one.Policy), "Policy", "Id of the policy, or the programme as a whole."),
        Column.Of("term", Scores.Select(one => (string?)Words.Spaced(one.Feature)), "Feature", "Feature of technology support that worked."),
        Column.Of("estimate", Scores.Select(one => one.Score), "Score", "share", "Share of yes among the questions that the description answers.", recommended: true),
        Column.Of("conf_low", Scores.Select(one => one.Low), "If no", "share", "The share if all that is not said were no."),
        Column.Of("conf_high", Scores.Select(one => one.High), "If yes", "share", "The share if all that is not said were yes."));

    /// <summary>Gives one row per question.</summary>
    /// <returns>The table <c>programme_checklist</c>.</returns>
    public Table ChecklistTable() => Table.Of(
        "programme_checklist",
        Column.Of("policy", Checks.Select(one => (string?)one.Policy), "Policy", "Id of the policy, or the programme as a whole."),
        Column.Of("feature", Checks.Select(one => (string?)Words.Spaced(one.Feature)), "Feature", "Feature of technology support that worked."),
        Column.Of("question", Checks.Select(one => (string?)one.Question), "Question", "Yes speaks for the feature."),
        Column.Of("answer", Checks.Select(one => (string?)(one.Answer switch { true => "yes", false => "no", _ => "not said" })), "Answer", "From the policy file."),
        Column.Of("reads", Checks.Select(one => (string?)one.Reads), "Reads", "What of the policy file answers it."));
}
