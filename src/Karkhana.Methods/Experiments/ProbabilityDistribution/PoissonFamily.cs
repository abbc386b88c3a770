namespace Karkhana.Methods.Experiments;

/// <summary>The Poisson distribution.</summary>
internal sealed class PoissonFamily(double mean) : CountFamily(0, double.PositiveInfinity)
{
    protected override double LogMass(double count) => SaddlePoint.LogPoisson(count, mean);

    // No more than k events come exactly when the wait for event k + 1 is longer than the mean.
    protected override LogTails CountTails(double count) => LogTails.OfGamma(mean, count + 1).Turned;
}
