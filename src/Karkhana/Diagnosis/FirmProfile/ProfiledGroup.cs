using Karkhana.Capability;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>The surveyed firms of one trade, and what is known of them: what the pages of its firms are made from.</summary>
public sealed record ProfiledGroup
{
    /// <summary>Gets the study.</summary>
    public required Study Study { get; init; }

    /// <summary>Gets the seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the firms of the trade.</summary>
    public required Focus Focus { get; init; }

    /// <summary>Gets their answers.</summary>
    public required Survey Survey { get; init; }

    /// <summary>Gets their ladders, or null without anchored items.</summary>
    public CapabilityProfileResult? Ladders { get; init; }

    /// <summary>Gets their scores.</summary>
    public required FirmScores Scores { get; init; }

    /// <summary>Gets the learning mechanisms.</summary>
    public required LearningMechanismList Mechanisms { get; init; }

    /// <summary>Gets how intensely each respondent uses each mechanism.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Intensities { get; init; }

    /// <summary>Scores the trade of one firm.</summary>
    /// <param name="study">The study.</param>
    /// <param name="firm">The id of the firm.</param>
    /// <param name="seed">The seed; null takes that of the study.</param>
    /// <param name="execution">Workers; nothing depends on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The group and the position of the firm in the register.</returns>
    /// <exception cref="StudyException">The register has no such firm, or the firm did not answer; no other firm is
    /// named.</exception>
    public static (ProfiledGroup Group, int Firm) Of(
        Study study, string firm, ulong? seed = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        int position = Array.IndexOf([.. study.Firms.Ids], firm);
        if (position < 0)
        {
            throw Refusal("unknown-firm", RegisterOf(study), "the id of a firm of the register", firm, "Look the id up in the register; ids of other firms are not told.");
        }

        if (study.Survey?.Firms.Contains(position) != true)
        {
            throw Refusal("no-answers", RegisterOf(study), $"answers of firm {firm} to the survey", "none", "A page needs an interview with the firm.");
        }

        if (!study.Firms.IsOpen(position))
        {
            throw Refusal("closed-firm", RegisterOf(study), $"a year of closing of firm {firm} that is empty", "a year", "Pages are for establishments that are open.");
        }

        return (OfTrade(study, study.Firms.Industries.Length == 0 ? null : study.Firms.Industries[position], seed, execution, cancellationToken), position);
    }

    /// <summary>Scores every trade with surveyed firms.</summary>
    /// <param name="study">The study.</param>
    /// <param name="seed">The seed; null takes that of the study.</param>
    /// <param name="execution">Workers; nothing depends on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The groups by the name of the trade.</returns>
    /// <exception cref="StudyException">No open firm answered.</exception>
    public static IReadOnlyList<ProfiledGroup> All(
        Study study, ulong? seed = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        int[] surveyed = [.. study.Survey?.Firms.Where(study.Firms.IsOpen) ?? []];
        if (surveyed.Length == 0)
        {
            throw Refusal("no-answers", RegisterOf(study), "answers of firms to a survey", "none", "Pages need a survey.");
        }

        string?[] industries = study.Firms.Industries.Length == 0
            ? [null]
            : [.. surveyed.Select(firm => study.Firms.Industries[firm]).Distinct().Order(StringComparer.Ordinal)];
        return [.. industries.Select(industry => OfTrade(study, industry, seed, execution, cancellationToken))];
    }

    private static ProfiledGroup OfTrade(Study study, string? industry, ulong? seed, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Focus focus = Focus.Of(study, null, industry);
        Survey survey = study.Survey!.Of(focus.Firms)!;
        ulong used = seed ?? study.Settings.Seed;
        LearningMechanismList mechanisms = LearningMechanismList.Default();
        return new ProfiledGroup
        {
            Study = study,
            Seed = used,
            Focus = focus,
            Survey = survey,
            Ladders = CapabilityProfile.Estimate(survey),
            Scores = FirmScores.Of(study.Firms.Ids, survey, new ConstructScoreOptions { Seed = used }, execution, cancellationToken),
            Mechanisms = mechanisms,
            Intensities = LearningMechanisms.Intensities(survey, mechanisms),
        };
    }

    // The register is the first file that is read after the settings.
    private static string RegisterOf(Study study) => study.Files.Count > 1 ? study.Files[1].Name : study.Settings.Name;

    private static StudyException Refusal(string code, string file, string expected, string found, string hint) =>
        new([new DataProblem(Severity.Error, code, file, null, null, expected, found, hint)]);
}
