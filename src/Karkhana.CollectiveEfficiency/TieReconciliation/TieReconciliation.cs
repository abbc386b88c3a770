using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Makes one network of what both ends of each tie report, and says how far they agree.</summary>
public static class TieReconciliation
{
    internal const string Source = "Krackhardt 1987, doi:10.1016/0378-8733(87)90009-8";

    /// <summary>Reconciles the reports of one kind of tie in one wave.</summary>
    /// <remarks>
    /// A tie is checked when both ends answered, else it is kept or not as <see cref="TieReconciliationOptions.KeepUnchecked"/>
    /// says. Agreement: checked ties that both ends report over those that at least one reports (a Jaccard coefficient:
    /// the many pairs of which neither end says anything do not count as agreement). Union keeps a checked tie with one
    /// report, intersection does not. Reporter-weighted: r_i = (c_i + 1)/(m_i + 2) with m_i the checked ties that firm i
    /// reports and c_i those confirmed; support = the r of the ends that report it over the r of both; kept from the
    /// threshold on. Reports of value 0 say that the firm answered and that there is no tie. Reports without a reporter
    /// are kept and take no part in the agreement; ties to parties outside are left out.
    /// Assumes that both ends mean the same by the question. Cost: one pass over the reports.
    /// Source: Krackhardt 1987, doi:10.1016/0378-8733(87)90009-8, for union and intersection of the reports of both ends;
    /// the weights are ours.
    /// </remarks>
    /// <param name="reports">The reports, of one kind and one wave.</param>
    /// <param name="respondents">Positions of the firms that answered, or null for those that report something; firms
    /// that report are added.</param>
    /// <param name="options">Rule, value, threshold.</param>
    /// <returns>The network and the agreement.</returns>
    /// <exception cref="ArgumentException">Kinds or waves are mixed, or a respondent is not in the register.</exception>
    public static TieReconciliationResult Estimate(
        TieReports reports, IReadOnlyList<int>? respondents = null, TieReconciliationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reports);
        options ??= new TieReconciliationOptions();
        Layers.RequireOne(reports);
        bool[] answered = Layers.Respondents(reports, respondents);
        SortedDictionary<(int From, int To), ReportedTie> ties = Gather(reports);
        Reporting reporting = new(ties, answered, options.Confidence);
        List<(int From, int To, double Value)> kept = [];
        foreach (((int from, int to), ReportedTie tie) in ties)
        {
            if (tie.Value(options.Value) is > 0 and { } value && IsKept(from, to, tie, reporting, options))
            {
                kept.Add((from, to, value));
            }
        }

        return new TieReconciliationResult
        {
            Ties = new TieTable(
                reports.FirmIds,
                [.. kept.Select(tie => tie.From)],
                [.. kept.Select(tie => tie.To)],
                [.. kept.Select(_ => reports.Kinds[0])],
                [.. kept.Select(tie => tie.Value)]),
            Respondents = answered.Count(yes => yes),
            Confirmed = reporting.Confirmed,
            GivenOnly = reporting.GivenOnly,
            ReceivedOnly = reporting.ReceivedOnly,
            Unchecked = reporting.Unchecked,
            Unattributed = reporting.Unattributed,
            Agreement = CountedShare.Of(
                reporting.Confirmed, reporting.Confirmed + reporting.GivenOnly + reporting.ReceivedOnly, options.Confidence),
            ValueDifference = Sums.Mean([.. ties.Where(pair => reporting.IsChecked(pair.Key.From, pair.Key.To, pair.Value)
                && pair.Value is { IsGiven: true, IsReceived: true }).Select(pair => pair.Value.Given - pair.Value.Received)]),
            Firms = reporting.ByFirm(),
            Notes = Notes(reports, reporting),
            Provenance = new Provenance(
                "collective-efficiency.tie-reconciliation",
                FormattableString.Invariant(
                    $"rule = {options.Rule}, value = {options.Value}, keep_unchecked = {options.KeepUnchecked}, threshold = {options.Threshold}, confidence = {options.Confidence}"),
                Source),
        };
    }

    private static SortedDictionary<(int From, int To), ReportedTie> Gather(TieReports reports)
    {
        SortedDictionary<(int From, int To), ReportedTie> ties = [];
        foreach (TieReport report in reports.Reports.Where(
            report => !reports.IsParty(report.From) && !reports.IsParty(report.To)))
        {
            if (!ties.TryGetValue((report.From, report.To), out ReportedTie? tie))
            {
                ties.Add((report.From, report.To), tie = new ReportedTie());
            }

            tie.Add(report.Value, report.Reporter);
        }

        return ties;
    }

    private static bool IsKept(
        int from, int to, ReportedTie tie, Reporting reporting, TieReconciliationOptions options)
    {
        if (!reporting.IsChecked(from, to, tie))
        {
            return options.KeepUnchecked;
        }

        return options.Rule switch
        {
            ReconciliationRule.Intersection => tie.IsGiven && tie.IsReceived,
            ReconciliationRule.ReporterWeighted => reporting.Support(from, to, tie) >= options.Threshold,
            _ => true,
        };
    }

    private static List<Note> Notes(TieReports reports, Reporting reporting)
    {
        List<Note> notes = [];
        int outside = reports.Reports.Count(report => reports.IsParty(report.From) || reports.IsParty(report.To));
        if (outside > 0)
        {
            notes.Add(new Note("outside-ties", Severity.Information, FormattableString.Invariant(
                $"{outside} reports of ties to parties outside the register were left out: only one end can report them.")));
        }

        if (reporting.Unattributed > 0)
        {
            notes.Add(new Note("unknown-reporter", Severity.Warning, FormattableString.Invariant(
                $"Of {reporting.Unattributed} ties the study does not say who reported them; they were not compared. Name reported_by.")));
        }

        if (reporting.Confirmed + reporting.GivenOnly + reporting.ReceivedOnly == 0)
        {
            notes.Add(new Note(
                "nothing-to-compare", Severity.Warning, "No tie could have been reported by both ends: the agreement is not known."));
        }

        return notes;
    }
}
