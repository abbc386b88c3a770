namespace Karkhana.Methods.Experiments;

/// <summary>The negative binomial distribution by size and mean: a Poisson one whose mean varies as a gamma of that shape.</summary>
internal sealed class NegativeBinomialFamily(double size, double mean) : CountFamily(0, double.PositiveInfinity)
{
    private readonly double _success = size / (size + mean);
    private readonly double _failure = mean / (size + mean);

    // Γ(k + r)/(k! Γ(r)) pʳ qᵏ is r/(k + r) times the binomial term of r among r + k.
    protected override double LogMass(double count) =>
        Math.Log(size / (size + count)) + SaddlePoint.LogBinomial(size, size + count, _success, _failure);

    // P(X ≤ k) = I_p(r, k + 1).
    protected override LogTails CountTails(double count) => LogTails.OfBeta(_success, _failure, size, count + 1);
}
