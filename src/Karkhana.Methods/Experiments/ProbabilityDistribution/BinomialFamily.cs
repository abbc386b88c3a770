namespace Karkhana.Methods.Experiments;

/// <summary>The binomial distribution.</summary>
internal sealed class BinomialFamily(double trials, double probability) : CountFamily(0, trials)
{
    protected override double LogMass(double count) => SaddlePoint.LogBinomial(count, Greatest, probability, 1 - probability);

    // P(X ≤ k) = I_{1−p}(n − k, k + 1).
    protected override LogTails CountTails(double count) =>
        LogTails.OfBeta(1 - probability, probability, Greatest - count, count + 1);
}
