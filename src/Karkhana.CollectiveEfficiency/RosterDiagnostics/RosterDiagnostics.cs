using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What firms that did not answer and partners off the roster do to a network.</summary>
public static class RosterDiagnostics
{
    internal const string Source = "Costenbader and Valente 2003, doi:10.1016/S0378-8733(03)00012-1";

    private const int LeastLeft = 3;

    /// <summary>Diagnoses non-response and the boundary of one kind of tie in one wave.</summary>
    /// <remarks>
    /// Response rate = respondents / roster. Ties per firm: the mean number of other respondents that report a tie with
    /// it, for firms that did not answer and for those that did; many for the former say that hubs are missing. Share
    /// to outsiders: reported ties with an end off the roster over all reported ties. Sensitivity: density and degree
    /// centralisation of the ties among respondents when d of them are taken out at random (d as told, or the share of
    /// the roster that is missing), mean and quantiles over the replicates: how far as many more missing would move the
    /// result, if they were missing at random, which hubs may not be. Firms missing come in the order of how many
    /// respondents name them; by A.10 of the framework centrality is biased when more than 20 % are missing, and the
    /// missing hubs are to be visited first.
    /// Cost: one pass over the reports + replicates × ties. Source: Costenbader and Valente 2003,
    /// doi:10.1016/S0378-8733(03)00012-1, for the deletion; framework A.10.
    /// </remarks>
    /// <param name="reports">The reports, of one kind and one wave.</param>
    /// <param name="roster">Positions of the firms that could be named.</param>
    /// <param name="respondents">Positions of the firms of the roster that answered.</param>
    /// <param name="options">Deletions and limit.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between replicates.</param>
    /// <returns>Rates, ranges, the missing firms.</returns>
    /// <exception cref="ArgumentException">Kinds or waves are mixed, the roster is empty or names a firm twice, or a
    /// respondent is not on it.</exception>
    public static RosterDiagnosticsResult Estimate(
        TieReports reports,
        IReadOnlyList<int> roster,
        IReadOnlyList<int> respondents,
        RosterDiagnosticsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        options ??= new RosterDiagnosticsOptions();
        Layers.RequireOne(reports);
        HashSet<int> listed = Distinct(roster, reports.FirmIds.Count, nameof(roster));
        HashSet<int> answered = Distinct(respondents, reports.FirmIds.Count, nameof(respondents));
        Require.That(listed.Count > 0, nameof(roster), "must have at least one firm; it was empty");
        Require.That(
            answered.IsSubsetOf(listed), nameof(respondents), $"must be on the roster; {answered.Count(firm => !listed.Contains(firm))} were not");
        int[] order = [.. answered.Order()];
        RosterTies ties = RosterTies.Of(reports, listed, answered);
        MissingFirm[] missing =
        [
            .. listed.Where(firm => !answered.Contains(firm)).Select(firm => new MissingFirm(firm, ties.NamedBy(firm)))
                .OrderByDescending(firm => firm.NamedBy).ThenBy(firm => firm.Firm),
        ];
        double rate = order.Length / (double)listed.Count;
        int deleted = options.Deleted > 0
            ? options.Deleted
            : Math.Max(1, (int)Math.Round((1 - rate) * order.Length, MidpointRounding.AwayFromZero));
        return new RosterDiagnosticsResult
        {
            Roster = listed.Count,
            Respondents = order.Length,
            TiesPerMissing = Sums.Mean([.. missing.Select(firm => (double)firm.NamedBy)]),
            TiesPerRespondent = Sums.Mean([.. order.Select(firm => (double)ties.NamedBy(firm))]),
            Outside = CountedShare.Of(ties.Outside, ties.All, options.Confidence),
            Deleted = deleted,
            Sensitivity = Sensitivity(ties.Among(order), deleted, options, execution, cancellationToken),
            Missing = missing,
            Notes = Notes(rate, order.Length - deleted, missing, options),
            Provenance = new Provenance(
                "collective-efficiency.roster-diagnostics",
                FormattableString.Invariant(
                    $"most_missing = {options.MostMissing}, deleted = {options.Deleted}, replicates = {options.Replicates}, confidence = {options.Confidence}"),
                Source,
                options.Seed),
        };
    }

    private static HashSet<int> Distinct(IReadOnlyList<int> firms, int count, string name)
    {
        ArgumentNullException.ThrowIfNull(firms, name);
        HashSet<int> seen = [];
        foreach (int firm in firms)
        {
            Require.That(
                seen.Add(Require.Between(firm, 0, count - 1, name)), name, FormattableString.Invariant($"must name each firm once; position {firm} came more than once"));
        }

        return seen;
    }

    private static DeletionRange[] Sensitivity(
        Graph network, int deleted, RosterDiagnosticsOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] all = RespondentDeletion.Measure(network);
        if (network.NodeCount - deleted < LeastLeft)
        {
            return [.. RespondentDeletion.Terms.Select((term, k) => new DeletionRange(term, all[k], double.NaN, double.NaN, double.NaN))];
        }

        ReplicateRows rows = ReplicateEngine.Local.Execute(
            new RespondentDeletion(network, deleted, options.Replicates, options.Seed), execution, cancellationToken);
        double tail = (1 - options.Confidence) / 2;
        return
        [
            .. RespondentDeletion.Terms.Select((term, k) =>
            {
                double[] values = rows.Column(k);
                double mean = Sums.Mean(values);
                Array.Sort(values);
                return new DeletionRange(term, all[k], mean, Quantiles.Type7(values, tail), Quantiles.Type7(values, 1 - tail));
            }),
        ];
    }

    private static List<Note> Notes(double rate, int left, MissingFirm[] missing, RosterDiagnosticsOptions options)
    {
        List<Note> notes = [];
        if (1 - rate > options.MostMissing)
        {
            notes.Add(new Note("non-response", Severity.Warning, FormattableString.Invariant(
                $"{1 - rate:P0} of the roster did not answer: centrality and roles are biased. Visit again first the {missing.Count(firm => firm.NamedBy > 0)} missing firms that respondents name, the most named before the others.")));
        }

        if (left < LeastLeft)
        {
            notes.Add(new Note("too-few-respondents", Severity.Warning, FormattableString.Invariant(
                $"Fewer than {LeastLeft} respondents would be left: how far missing firms move the result is not known.")));
        }

        return notes;
    }
}
