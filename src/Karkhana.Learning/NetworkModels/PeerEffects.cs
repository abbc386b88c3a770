using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>Is a firm's capability associated with that of the firms it learns from, beyond the traits of both?</summary>
public static class PeerEffects
{
    private const double LeastResponse = 0.8;
    private const int FullRank = 3;
    private const string Source =
        "Framework 3.5 (M6d), A.6; Bramoulle, Djebbari & Fortin 2009, doi:10.1016/j.jeconom.2008.12.021; Manski 1993, doi:10.2307/2298123";

    /// <summary>Estimates the equation with peers, or says why it does not.</summary>
    /// <remarks>
    /// K = βGK + Xγ + GXδ [+ effects of connected parts] + ε by two-stage least squares with G²X (<see cref="PeerEffectsRegression"/>), variables
    /// standardised over the sample and as observed: the instruments mend the error of GK, that of X remains. Refused where fewer than 80 % of the roster
    /// answered, where fewer firms than <see cref="EquationOptions.LeastFirms"/> are complete, and where the rank of {I, G, G²} is below 3
    /// (complete graph on four: 2; line on four: 3). |β| ≥ 1 is rejected. Effects of connected parts are taken out where there are at least two
    /// with ties and the rank of {I, G, G², G³} allows it. Errors within places from 8 places on, else of any variance. Firms choose whom they
    /// learn from: an association with peers is not influence. Cost: the rank, then one regression.
    /// Source: framework 3.5, M6(d), and A.6; Bramoullé, Djebbari and Fortin 2009, doi:10.1016/j.jeconom.2008.12.021. Agrees with: the example
    /// of the framework.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="network">Who looks to whom, and how many answered.</param>
    /// <param name="equation">Outcome and own terms; the peers' are added.</param>
    /// <param name="options">Least firms, level.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>The finding or the reason.</returns>
    /// <exception cref="ArgumentException">The network has other firms than the sample, a variable is missing, or the instruments do not tell the
    /// terms apart.</exception>
    public static PeerEffectsReport Estimate(
        LearningSample sample, PeerNetworkSample network, LearningEquation equation, EquationOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(equation);
        Require.SameLength(sample.Firms.Count, network.Ties.NodeCount, nameof(network));
        Require.Between(network.Response, 0, 1, nameof(network.Response));
        options ??= new EquationOptions();
        LearningVariables variables = new(sample);
        int[] rows = LearningEquations.CompleteRows(variables, equation);
        (string[] terms, Table table) = Columns(variables, equation, rows);
        PeerEffectsReport refused = new(PeerRefusal.Response, "", network.Response, 0, rows, null, [], new Provenance(
            "learning.peer-effects", FormattableString.Invariant($"equation = {equation.Name}, direction = {network.Direction}"), Source));
        if (network.Response < LeastResponse)
        {
            return Refuse(refused, PeerRefusal.Response, FormattableString.Invariant(
                $"We cannot tell whether firms take after their peers: {network.Response:P0} of the firms on the roster answered, and below {LeastResponse:P0} too many ties are unknown."));
        }

        if (rows.Length < Math.Max(options.LeastFirms, (2 * equation.Terms.Count) + 10) || terms.Length == 0 || !Varies(table, equation.Outcome))
        {
            return Refuse(refused, PeerRefusal.Firms, FormattableString.Invariant(
                $"We cannot tell whether firms take after their peers: {rows.Length} firms have all answers, or what they answered does not differ."));
        }

        Graph ties = Among(network.Ties, rows);
        PeerNetwork peers = PeerNetwork.Of(ties, network.Direction);
        int rank = peers.Rank(2, cancellationToken);
        if (rank < FullRank)
        {
            return Refuse(refused with { Rank = rank }, PeerRefusal.Rank, FormattableString.Invariant(
                $"We cannot tell whether firms take after their peers: the rank of I, G and G² is {rank}, not {FullRank}. {PeerNetwork.ReasonOf(rank)}"));
        }

        PeerEffectsRegressionResult fit = PeerEffectsRegression.Estimate(
            new NetworkSample(new RegressionSample(table) { Clusters = Clusters(sample, rows) }, ties),
            new PeerEffectsRegressionOptions
            {
                Model = new ModelSpecification { Outcome = equation.Outcome, Terms = terms },
                Direction = network.Direction,
                ComponentEffects = HasParts(peers) && peers.Rank(3, cancellationToken) > FullRank,
                Level = options.Level,
            },
            execution,
            cancellationToken);
        return Judge(refused with { Rank = rank }, fit, equation.Outcome);
    }

    private static PeerEffectsReport Judge(PeerEffectsReport report, PeerEffectsRegressionResult fit, string outcome)
    {
        if (fit.IsExplosive)
        {
            return Refuse(report, PeerRefusal.Explosive, FormattableString.Invariant(
                $"The model is rejected: its coefficient of the peers' {outcome} is {fit.PeerEffect:0.00}, not between −1 and 1, so that a change would grow from peer to peer without end. Its other coefficients are not shown."));
        }

        CoefficientTable coefficients = fit.TwoStage.Coefficients;
        int at = coefficients.Find("peers_" + outcome);
        (double low, double high) = (coefficients.ConfidenceLow[at], coefficients.ConfidenceHigh[at]);
        string finding = low > 0 || high < 0
            ? $"In the model {outcome} is associated with that of peers, {(low > 0 ? "in the same direction" : "in the opposite direction")}"
            : $"We cannot tell whether {outcome} is associated with that of peers";
        return report with
        {
            Refusal = PeerRefusal.None,
            Words = FormattableString.Invariant(
                $"{finding}: {fit.PeerEffect:0.00} per unit of the peers' mean (interval {low:0.00} to {high:0.00}). Firms choose whom they learn from; this is not influence shown."),
            Regression = fit,
            Notes = fit.Notes,
        };
    }

    private static PeerEffectsReport Refuse(PeerEffectsReport report, PeerRefusal refusal, string words) =>
        report with { Refusal = refusal, Words = words };

    // Terms that do not vary on their own are left out; aliased ones the regression names.
    private static (string[] Terms, Table Table) Columns(LearningVariables variables, LearningEquation equation, int[] rows)
    {
        Dictionary<string, double[]> values = equation.Variables.Prepend(equation.Outcome).Distinct(StringComparer.Ordinal).ToDictionary(
            name => name, name => rows.Select(row => variables.Of(name)[row]).ToArray(), StringComparer.Ordinal);
        Table table = Table.Of("peers",
        [
            Column.Of(equation.Outcome, values[equation.Outcome]),
            .. equation.Terms.Select(term => (Column)Column.Of(term, TrueScores.Term(term, values))),
        ]);
        return ([.. equation.Terms.Where(term => Varies(table, term))], table);
    }

    private static bool Varies(Table table, string name) => table.Numbers(name).Distinct().Take(2).Count() == 2;

    private static IReadOnlyList<IReadOnlyList<string>> Clusters(LearningSample sample, int[] rows)
    {
        string[] places = [.. rows.Select(row => sample.Places[row])];
        return places.Distinct(StringComparer.Ordinal).Count() >= LearningEquations.LeastPlaces ? [places] : [];
    }

    private static Graph Among(Graph network, int[] rows)
    {
        Dictionary<int, int> at = rows.Select((row, place) => (row, place)).ToDictionary(pair => pair.row, pair => pair.place);
        return Graph.Of(
            [.. rows.Select(row => network.Nodes[row])],
            network.Ties().Where(tie => at.ContainsKey(tie.From) && at.ContainsKey(tie.To)).Select(tie => (at[tie.From], at[tie.To], tie.Value)));
    }

    private static bool HasParts(PeerNetwork peers) => peers.Components().GroupBy(part => part).Count(part => part.Count() > 1) > 1;
}
