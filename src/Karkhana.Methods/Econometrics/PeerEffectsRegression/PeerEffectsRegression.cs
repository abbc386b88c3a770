using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Econometrics;

/// <summary>Is the outcome of a node associated with that of its peers, beyond the traits of both: network two-stage least
/// squares.</summary>
public static class PeerEffectsRegression
{
    internal const string Source =
        "Bramoullé, Djebbari & Fortin 2009, doi:10.1016/j.jeconom.2008.12.021; Manski 1993, doi:10.2307/2298123; Kleibergen & Paap 2006, doi:10.1016/j.jeconom.2005.02.011";

    private const string Isolate = "isolate";
    private const string Prefix = "peers_";

    /// <summary>Estimates the model.</summary>
    /// <remarks>
    /// y = βGy + Xγ + GXδ [+ an effect of each connected part] + ε, G the ties over their sum in each row, Gy instrumented by G²X: the traits of
    /// the peers' peers. Nodes without peers have zeros in G and a dummy of their own. The model is refused when I, G and G² (and G³ with
    /// effects of parts) are linearly dependent: peers' outcome and peers' traits can then not be told apart whatever the data. |β| ≥ 1 is
    /// reported as explosive. That instruments reach y only through Gy holds when who is tied to whom has nothing to do with ε; no test
    /// here shows that. Cost: the rank, then two-stage least squares. Source: Bramoullé, Djebbari and Fortin 2009,
    /// doi:10.1016/j.jeconom.2008.12.021, equation 3 and propositions 1 and 4. Agrees with: dense formulas, relative 1e-8, and the example of
    /// the framework.
    /// </remarks>
    /// <param name="sample">The observations and the network.</param>
    /// <param name="options">Model, peers, covariance, level.</param>
    /// <param name="execution">Workers for the effects of parts.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The regression; the coefficient β is the term peers_ with the name of the outcome.</returns>
    /// <exception cref="ArgumentException">Rows and nodes differ in number, the outcome does not vary, the network does not allow the model, or
    /// the instruments do not tell the regressors apart.</exception>
    public static PeerEffectsRegressionResult Estimate(
        NetworkSample sample, PeerEffectsRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(sample.Sample.Weights is null, nameof(sample), "must have no weights of rows: peers' means weigh all rows alike");
        Require.That(sample.Sample.Absorb.Count == 0, nameof(sample), "must have no columns to absorb: component_effects takes out those of connected parts");
        Require.SameLength(sample.Sample.Data.RowCount, sample.Network.NodeCount, nameof(sample.Network));
        DesignMatrix design = DesignMatrix.Build(sample.Sample, options.Model);
        bool varies = Array.Exists(design.Outcome, value => value != design.Outcome[0]);
        Require.That(varies, options.Model.Outcome, FormattableString.Invariant($"must vary; it was {design.Outcome[0]} in every row"));
        Graph network = sample.Network.Among(design.Rows, [.. Enumerable.Repeat(-1, sample.Network.NodeCount)]);
        PeerNetwork peers = PeerNetwork.Of(network, options.Direction, rowNormalised: true, options.ValuedTies);
        int rank = Rank(peers, options.ComponentEffects, cancellationToken);
        TwoStageLeastSquaresResult result = Regress(sample.Sample, design, peers, options, execution, cancellationToken);
        int place = result.Coefficients.Find(Prefix + options.Model.Outcome);
        double effect = result.Coefficients.Estimates[place];
        return new PeerEffectsRegressionResult
        {
            TwoStage = result with { Rows = [.. result.Rows.Select(row => design.Rows[row])] },
            PeerEffect = effect,
            PeerEffectError = result.Coefficients.StandardErrors[place],
            Rank = rank,
            Isolates = peers.Isolates().Count(isolate => isolate),
            Notes = [.. DesignNotes.Of(design), .. result.Notes, .. NotesOf(effect, peers, options)],
            Provenance = new Provenance(
                "econometrics.peer-effects-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, direction = {options.Direction}, valued_ties = {options.ValuedTies}, component_effects = {options.ComponentEffects}, covariance = {Covariance(sample.Sample, options)}, level = {options.Level}"),
                Source),
        };
    }

    private static int Rank(PeerNetwork peers, bool componentEffects, CancellationToken cancellationToken)
    {
        int rank = peers.Rank(2, cancellationToken);
        Require.That(rank == 3, "network", rank == 3 ? "" : FormattableString.Invariant(
            $"must have I, G and G² linearly independent; their rank was {rank}. {PeerNetwork.ReasonOf(rank)}"));
        if (!componentEffects)
        {
            return rank;
        }

        rank = peers.Rank(3, cancellationToken);
        Require.That(rank == 4, "network", rank == 4 ? "" : FormattableString.Invariant(
            $"must have I, G, G² and G³ linearly independent for effects of its parts; their rank was {rank}. Without such effects the network allows the model."));
        return rank;
    }

    private static TwoStageLeastSquaresResult Regress(
        RegressionSample sample, DesignMatrix design, PeerNetwork peers, PeerEffectsRegressionOptions options,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        LaggedSample lagged = LaggedSample.Of(
            design, column => peers.OfPeers(column), Prefix + options.Model.Outcome, term => Prefix + term, term => "peers2_" + term, withTwice: true);
        Require.That(lagged.Terms.Count > 0, "model", "must have a term beside the constant: the traits of the peers' peers are the instruments");
        bool[] isolates = peers.Isolates();
        bool dummy = isolates.Contains(true) && !options.ComponentEffects;
        if (dummy)
        {
            lagged.Add(Isolate, Array.ConvertAll(isolates, isolate => isolate ? 1.0 : 0.0));
        }

        IReadOnlyList<Grouping> parts = options.ComponentEffects ? [Grouping.Of(peers.Components())] : [];
        return TwoStageLeastSquares.Estimate(
            lagged.ToSample(sample, design.Rows, parts),
            new TwoStageLeastSquaresOptions
            {
                Model = lagged.Model(dummy ? [.. lagged.LaggedTerms, Isolate] : lagged.LaggedTerms, lagged.TwiceLaggedTerms),
                Covariance = Covariance(sample, options),
                Level = options.Level,
            },
            execution,
            cancellationToken);
    }

    private static TwoStageCovariance Covariance(RegressionSample sample, PeerEffectsRegressionOptions options) =>
        options.Covariance ?? (sample.Clusters.Count > 0 ? TwoStageCovariance.Cluster : TwoStageCovariance.Hc1);

    private static IEnumerable<Note> NotesOf(double effect, PeerNetwork peers, PeerEffectsRegressionOptions options)
    {
        if (Math.Abs(effect) >= 1)
        {
            yield return new Note("explosive", Severity.Error, FormattableString.Invariant(
                $"The coefficient of the peers' outcome is {effect:0.###}, not between −1 and 1: in such a model a change would grow from peer to peer without end. The model is rejected; do not read its other coefficients."));
        }

        int isolates = peers.Isolates().Count(isolate => isolate);
        if (isolates > 0)
        {
            yield return new Note("isolates", Severity.Information, FormattableString.Invariant(
                $"{isolates} of {peers.Count} nodes have no peer: {(options.ComponentEffects ? "their own effect takes them out" : "their peers' values are 0 and the dummy isolate sets them apart")}."));
        }

        yield return new Note("chosen-ties", Severity.Information,
            "Ties are taken as given. Where firms choose whom they deal with by what also moves the outcome, the association with peers is not influence.");
    }
}
