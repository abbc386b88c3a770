using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>How far the answers of a survey can be relied on.</summary>
public sealed record SurveyQualityResult
{
    /// <summary>Gets how each item was answered.</summary>
    public required IReadOnlyList<ItemResponseCount> Items { get; init; }

    /// <summary>Gets what is to be known of each interview, in the order of the survey.</summary>
    public required IReadOnlyList<InterviewQuality> Interviews { get; init; }

    /// <summary>Gets how alike the answers of each interview to each battery are.</summary>
    public required IReadOnlyList<StraightLine> StraightLines { get; init; }

    /// <summary>Gets the interviews by interviewer; empty when interviewers are not known.</summary>
    public required IReadOnlyList<InterviewerSummary> Interviewers { get; init; }

    /// <summary>Gets how much of the spread goes with interviewers, by block.</summary>
    public required IReadOnlyList<InterviewerEffect> InterviewerEffects { get; init; }

    /// <summary>Gets the attention checks.</summary>
    public required IReadOnlyList<AttentionCheck> AttentionChecks { get; init; }

    /// <summary>Gets the paired answers of firms that were visited twice, by item.</summary>
    public required IReadOnlyList<VisitAgreement> DoubleVisits { get; init; }

    /// <summary>Gets how items go with the others of their construct.</summary>
    public required IReadOnlyList<ItemDirection> Directions { get; init; }

    /// <summary>Gets the number of second visits.</summary>
    public required int SecondVisits { get; init; }

    /// <summary>Gets the median duration in minutes; NaN when durations are not known.</summary>
    public required double MedianMinutes { get; init; }

    /// <summary>Gets the rules that were used.</summary>
    public required SurveyQualityOptions Options { get; init; }

    /// <summary>Gets what could not be assessed, and why.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Gives all tables, small cells held back.</summary>
    /// <param name="firmIds">The ids of the register.</param>
    /// <returns>The tables; those without rows are left out.</returns>
    public IReadOnlyList<Table> ToTables(IReadOnlyList<string> firmIds)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        Table[] tables =
        [
            ItemResponseRates.ToTable(Items),
            ToInterviews(firmIds),
            ToStraightLining(),
            ToInterviewers(),
            Capability.InterviewerEffects.ToTable(InterviewerEffects),
            ToAttentionChecks(),
            Capability.DoubleVisits.ToTable(DoubleVisits),
            ItemDirections.ToTable(Directions),
            ToNotes(),
        ];
        return [.. tables.Where(table => table.RowCount > 0).Select(SmallCells.Suppress)];
    }

    /// <summary>Gives the interviews, one row each.</summary>
    /// <param name="firmIds">The ids of the register.</param>
    /// <returns>The table <c>interview_quality</c>.</returns>
    public Table ToInterviews(IReadOnlyList<string> firmIds) => Table.Of(
        "interview_quality",
        Column.Of("firm_id", Interviews.Select(entry => (string?)firmIds[entry.Firm]), "Firm", "Firm of the register."),
        Column.Of("interviewer", Interviews.Select(entry => entry.Interviewer.Length > 0 ? entry.Interviewer : null), "Interviewer", "Code of the interviewer."),
        Column.Of("minutes", Interviews.Select(entry => entry.Minutes), "Duration", "min", "Duration of the interview."),
        Column.Of("is_short", Interviews.Select(entry => entry.IsShort), "Short", "Shorter than the rule's share of the median."),
        Column.Of("applicable", Interviews.Select(entry => entry.Applicable), "Items", "", "Items that were put and apply."),
        Column.Of("nonresponse_rate", Interviews.Select(entry => entry.NonresponseRate), "Non-response", "share", "Don't know and refused, of those items."),
        Column.Of("batteries", Interviews.Select(entry => entry.Batteries), "Batteries", "", "Batteries with enough answers."),
        Column.Of("straight_lined", Interviews.Select(entry => entry.StraightLined), "Straight-lined", "", "Batteries flagged for equal answers."),
        Column.Of("checks", Interviews.Select(entry => entry.Checks), "Checks", "", "Attention checks with an answer."),
        Column.Of("failed_checks", Interviews.Select(entry => entry.FailedChecks), "Failed", "", "Attention checks with another answer than expected."));

    /// <summary>Gives the batteries: how often their items all got the same answer.</summary>
    /// <returns>The table <c>straight_lining</c>.</returns>
    public Table ToStraightLining()
    {
        IGrouping<string, StraightLine>[] batteries = [.. StraightLines.GroupBy(line => line.Battery)];
        return Table.Of(
            "straight_lining",
            Column.Of("battery", batteries.Select(group => (string?)group.Key), "Battery", "Block and scale."),
            Column.Of("n", batteries.Select(group => group.Count()), "Interviews", "", "Interviews with enough answers."),
            Column.Of("items", batteries.Select(group => (double)group.Max(line => line.Answered)), "Items", "", "Most items that one interview answered."),
            Column.Of("both_directions", batteries.Select(group => group.Any(line => line.BothDirections)), "Both directions", "Whether items of both directions stand in it, so that equal answers contradict each other."),
            Column.Of("mean_longest_run", batteries.Select(group => group.Average(line => line.LongestRun)), "Longest run", "", "Mean longest run of equal answers."),
            Column.Of("mean_std_deviation", batteries.Select(group => group.Average(line => line.StandardDeviation)), "SD within", "", "Mean standard deviation within an interview."),
            Column.Of("flagged", batteries.Select(group => (double)group.Count(line => line.Flagged)), "Flagged", "", "Interviews whose share of equal answers reaches the rule."),
            Column.Of("flagged_share", batteries.Select(group => group.Count(line => line.Flagged) / (double)group.Count()), "Share flagged", "share", "Their share.", recommended: true));
    }

    /// <summary>Gives the interviewers side by side.</summary>
    /// <returns>The table <c>interviewers</c>.</returns>
    public Table ToInterviewers() => Table.Of(
        "interviewers",
        Column.Of("interviewer", Interviewers.Select(entry => (string?)entry.Interviewer), "Interviewer", "Code of the interviewer."),
        Column.Of("n", Interviewers.Select(entry => entry.Interviews), "Interviews", "", "First visits."),
        Column.Of("median_minutes", Interviewers.Select(entry => entry.MedianMinutes), "Median duration", "min", "Median duration."),
        Column.Of("duration_ratio", Interviewers.Select(entry => entry.DurationRatio), "Against all", "", "That median over the median of all interviews."),
        Column.Of("short_share", Interviewers.Select(entry => entry.ShortShare), "Short", "share", "Interviews shorter than the rule's share of the median."),
        Column.Of("straight_lined_share", Interviewers.Select(entry => entry.StraightLinedShare), "Straight-lined", "share", "Interviews with a battery flagged for equal answers."),
        Column.Of("failed_share", Interviewers.Select(entry => entry.FailedShare), "Failed checks", "share", "Attention checks with another answer than expected."),
        Column.Of("nonresponse_rate", Interviewers.Select(entry => entry.NonresponseRate), "Non-response", "share", "Mean rate of item non-response."));

    /// <summary>Gives the attention checks.</summary>
    /// <returns>The table <c>attention_checks</c>.</returns>
    public Table ToAttentionChecks() => Table.Of(
        "attention_checks",
        Column.Of("item", AttentionChecks.Select(check => (string?)check.Item.Id), "Item", "Item of the codebook."),
        Column.Of("block", AttentionChecks.Select(check => (string?)check.Item.Block), "Block", "Block of the questionnaire."),
        Column.Of("expected", AttentionChecks.Select(check => check.Item.Expected), "Expected", "", "The answer that shows that the line was read."),
        Column.Of("n", AttentionChecks.Select(check => check.Answered), "Interviews", "", "Interviews with an answer."),
        Column.Of("failed", AttentionChecks.Select(check => (double)check.Failed), "Failed", "", "Interviews with another answer."),
        Column.Of("failed_share", AttentionChecks.Select(check => check.FailedShare), "Share failed", "share", "Their share.", recommended: true));

    private Table ToNotes() => Table.Of(
        "survey_quality_notes",
        Column.Of("code", Notes.Select(note => (string?)note.Code), "Code", "What could not be assessed, or is to be known."),
        Column.Of("text", Notes.Select(note => (string?)note.Text), "Note", "Why, and what would change it."));
}
