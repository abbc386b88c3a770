using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Power by simulation on the places of a study and on several times as many of the same sizes.</summary>
internal static class SimulatedDesigns
{
    private const string Status = "clustered";

    public static IEnumerable<SimulatedQuestion> Of(
        StudyDesign design, IReadOnlyList<DesignFact> facts, StudyPlanOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        DesignFact? outcome = facts.Count == 0 ? null : facts[0];
        double correlation = outcome is null || double.IsNaN(outcome.Correlation) ? 0 : Math.Clamp(outcome.Correlation, 0, 1);
        double ofOutcome = Math.Sqrt(outcome?.Reliability ?? 1);
        bool hasBoth = design.Sample.Clustered.Distinct().Count() == 2;
        int address = 0;
        foreach (int multiple in options.Multiples)
        {
            string[] places = [.. Repeated(design.Sample.Places, multiple)];
            bool clustered = places.Distinct().Count() >= LearningEquations.LeastPlaces;
            if (hasBoth)
            {
                double[] status = [.. Enumerable.Range(0, multiple).SelectMany(_ => design.Sample.Clustered.Select(own => own ? 1.0 : 0.0))];
                SimulatedPowerResult found = SimulatedPower.Estimate(
                    new RegressionSample(Table.Of("design", Column.Of(Status, status))) { Clusters = clustered ? [places] : [] },
                    new SimulatedPowerOptions
                    {
                        Exposure = Status,
                        Terms = [Status],
                        Effects = [.. options.Differences.Select(difference => difference * ofOutcome)],
                        IntraclusterCorrelation = correlation,
                        Correction = ClusterCorrection.Cr2,
                        Level = options.Level,
                        Power = options.Power,
                        Replicates = options.Replicates,
                        Seed = options.Seed,
                    },
                    execution, cancellationToken);
                for (int i = 0; i < options.Differences.Count; i++)
                {
                    yield return new SimulatedQuestion(
                        "difference", multiple, places.Length, found.Clusters, options.Differences[i], found.Power[i], found.ConfidenceLow[i],
                        found.ConfidenceHigh[i], found.FalsePositives);
                }
            }

            double shrink = Math.Sqrt(facts.Count > 1 ? facts[1].Reliability : 1) * ofOutcome;
            foreach (double path in options.Paths)
            {
                ReplicateRows studies = ReplicateEngine.Local.Execute(
                    new MediationStudies(places, clustered, path * shrink, correlation, options, address++), execution, cancellationToken);
                double power = Sums.Mean(studies.Column(0));
                (double low, double high) = WilsonInterval.Of(power, studies.Count, NormalQuantiles.TwoSided95);
                yield return new SimulatedQuestion(
                    "mediation", multiple, places.Length, clustered ? places.Distinct().Count() : 0, path, power, low, high, Sums.Mean(studies.Column(1)));
            }
        }
    }

    private static IEnumerable<string> Repeated(IReadOnlyList<string> places, int multiple) => Enumerable.Range(0, multiple).SelectMany(
        copy => places.Select(place => copy == 0 ? place : FormattableString.Invariant($"{place} ({copy + 1})")));
}
