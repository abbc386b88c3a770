namespace Karkhana.Methods.Econometrics;

/// <summary>How well a model fits by its likelihood.</summary>
/// <param name="Observations">The observations, each row used as many as its weight.</param>
/// <param name="LogLikelihood">The log-likelihood at the estimates.</param>
/// <param name="NullLogLikelihood">That of the model without terms; NaN when it was not fitted.</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="NullParameters">The number of parameters of the model without terms.</param>
public sealed record LikelihoodSummary(
    double Observations, double LogLikelihood, double NullLogLikelihood, int Parameters, int NullParameters)
{
    /// <summary>Gets twice the difference of the log-likelihoods; not below 0.</summary>
    public double LikelihoodRatio => double.IsNaN(NullLogLikelihood)
        ? double.NaN
        : Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood));

    /// <summary>Gets the p-value of the test that no term matters, by the χ² distribution.</summary>
    public double LikelihoodRatioPValue => ChiSquare.UpperTail(LikelihoodRatio, Parameters - NullParameters);

    /// <summary>Gets McFadden's 1 − log-likelihood/null log-likelihood.</summary>
    public double PseudoRSquared => 1 - (LogLikelihood / NullLogLikelihood);

    /// <summary>Gets Akaike's criterion.</summary>
    public double Aic => (-2 * LogLikelihood) + (2 * Parameters);

    /// <summary>Gets Schwarz's criterion.</summary>
    public double Bic => (-2 * LogLikelihood) + (Math.Log(Observations) * Parameters);
}
