using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Simulated studies of a mediation: whether both paths were found, and whether they were where the first is 0.</summary>
/// <remarks>x, mediator and outcome are standard normal with one correlation within places; both equations by least squares with
/// clustered errors where there are places, as the study itself would be estimated.</remarks>
internal sealed class MediationStudies(
    IReadOnlyList<string> places, bool clustered, (double First, double Second) paths, double correlation, StudyPlanOptions options, int address) : IReplicateJob<ReplicateRows>
{
    private readonly int[] _place = Codes(places);

    public string Stage => "simulated mediations";

    public int Replicates => options.Replicates;

    public int BlockSize => 8;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[2 * range.Count];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(options.Seed, RandomPurpose.SimulatedOutcomes, range.First + k, address + 1);
            (double[] x, double[] first, double[] second) = (Normal(stream), Normal(stream), Normal(stream));
            values[2 * k] = Found(x, first, second, paths.First) ? 1 : 0;
            values[(2 * k) + 1] = Found(x, first, second, 0) ? 1 : 0;
        }

        return new ReplicateRows(2, values);
    }

    private bool Found(double[] x, double[] ofMediator, double[] ofOutcome, double firstPath)
    {
        double[] mediator = Sum(firstPath, x, ofMediator);
        double[] outcome = Sum(paths.Second, mediator, ofOutcome);
        return Significant(mediator, ("x", x)) && Significant(outcome, ("mediator", mediator), ("x", x));
    }

    private bool Significant(double[] outcome, params (string Name, double[] Values)[] terms)
    {
        Table table = Table.Of("study", [Column.Of("outcome", outcome), .. terms.Select(term => Column.Of(term.Name, term.Values))]);
        LinearModel model = LinearModel.Of(
            new RegressionSample(table), new ModelSpecification { Outcome = "outcome", Terms = [.. terms.Select(term => term.Name)] });
        CoefficientTable found = model.Coefficients(
            clustered ? model.Clustered([places], ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite) : model.Covariance(), options.Level);
        int place = found.Find(terms[0].Name);
        return place >= 0 && found.PValues[place] < 1 - options.Level;
    }

    // The variance stays 1, so that paths are standardised.
    private static double[] Sum(double slope, double[] of, double[] noise)
    {
        double rest = Math.Sqrt(Math.Max(0, 1 - (slope * slope)));
        return [.. of.Zip(noise, (value, own) => (slope * value) + (rest * own))];
    }

    private double[] Normal(RandomStream stream)
    {
        double shared = clustered ? Math.Clamp(correlation, 0, 1) : 0;
        double[] ofPlaces = [.. Enumerable.Range(0, _place.Max() + 1).Select(_ => Math.Sqrt(shared) * stream.NextGaussian())];
        return [.. _place.Select(place => ofPlaces[place] + (Math.Sqrt(1 - shared) * stream.NextGaussian()))];
    }

    private static int[] Codes(IReadOnlyList<string> places)
    {
        string[] distinct = [.. places.Distinct()];
        return [.. places.Select(place => Array.IndexOf(distinct, place))];
    }
}
