using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Power by simulation on the places of a study and on several times as many of the same sizes.</summary>
internal sealed class SimulatedDesigns
{
    private const string Status = "clustered";

    private readonly LearningSample _sample;
    private readonly StudyPlanOptions _options;
    private readonly double _correlation;
    private readonly double _shrunkDifference;
    private readonly (double First, double Second) _shrunkPaths;

    public SimulatedDesigns(LearningSample sample, IReadOnlyList<DesignFact> facts, StudyPlanOptions options)
    {
        (_sample, _options) = (sample, options);
        double[] reliabilities = [.. facts.Select(fact => fact.Reliability), 1, 1];
        double correlation = facts.Count == 0 ? 0 : facts[0].Correlation;
        _correlation = double.IsNaN(correlation) ? 0 : Math.Clamp(correlation, 0, 1);
        _shrunkDifference = Math.Sqrt(reliabilities[0]);
        _shrunkPaths = (Math.Sqrt(reliabilities[1]), Math.Sqrt(reliabilities[0] * reliabilities[1]));
    }

    public IEnumerable<SimulatedQuestion> All(ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        for (int i = 0; i < _options.Multiples.Count; i++)
        {
            int multiple = _options.Multiples[i];
            string[] places = [.. Enumerable.Range(0, multiple).SelectMany(copy => _sample.Places.Select(
                place => copy == 0 ? place : FormattableString.Invariant($"{place} ({copy + 1})")))];
            IEnumerable<SimulatedQuestion> both = _sample.Clustered.Distinct().Count() == 2
                ? Differences(multiple, places, execution, cancellationToken) : [];
            foreach (SimulatedQuestion question in both.Concat(Mediations(multiple, places, i, execution, cancellationToken)))
            {
                yield return question;
            }
        }
    }

    private static bool ByPlace(string[] places) => places.Distinct().Count() >= LearningEquations.LeastPlaces;

    private IEnumerable<SimulatedQuestion> Differences(
        int multiple, string[] places, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] status = [.. Enumerable.Range(0, multiple).SelectMany(_ => _sample.Clustered.Select(own => own ? 1.0 : 0.0))];
        SimulatedPowerResult found = SimulatedPower.Estimate(
            new RegressionSample(Table.Of("design", Column.Of(Status, status))) { Clusters = ByPlace(places) ? [places] : [] },
            new SimulatedPowerOptions
            {
                Exposure = Status,
                Terms = [Status],
                Effects = [.. _options.Differences.Select(difference => difference * _shrunkDifference)],
                IntraclusterCorrelation = _correlation,
                Correction = ClusterCorrection.Cr2,
                Level = _options.Level,
                Power = _options.Power,
                Replicates = _options.Replicates,
                Seed = _options.Seed,
            },
            execution,
            cancellationToken);
        return _options.Differences.Select((difference, i) => new SimulatedQuestion(
            "difference", multiple, places.Length, found.Clusters, difference, found.Power[i], found.ConfidenceLow[i], found.ConfidenceHigh[i],
            found.FalsePositives));
    }

    private IEnumerable<SimulatedQuestion> Mediations(
        int multiple, string[] places, int address, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        bool clustered = ByPlace(places);
        for (int i = 0; i < _options.Paths.Count; i++)
        {
            double path = _options.Paths[i];
            MediationStudies job = new(
                places, clustered, (path * _shrunkPaths.First, path * _shrunkPaths.Second), _correlation, _options, (address * _options.Paths.Count) + i);
            ReplicateRows studies = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
            double power = Sums.Mean(studies.Column(0));
            (double low, double high) = WilsonInterval.Of(power, studies.Count, NormalQuantiles.TwoSided95);
            yield return new SimulatedQuestion(
                "mediation", multiple, places.Length, clustered ? places.Distinct().Count() : 0, path, power, low, high,
                Sums.Mean(studies.Column(1)));
        }
    }
}
