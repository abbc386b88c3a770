using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A model with an autoregressive outcome, autoregressive errors or both, by maximum likelihood.</summary>
public sealed record AutoregressiveModel
{
    /// <summary>Gets the coefficients of the terms, with normal tests.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets rho (of the outcome) and lambda (of the errors), as far as they are in the model.</summary>
    public required CoefficientTable Autoregression { get; init; }

    /// <summary>Gets the covariance of the estimates, those of <see cref="Autoregression"/> first, row after row.</summary>
    public required IReadOnlyList<double> Covariance { get; init; }

    /// <summary>Gets the maximum-likelihood variance of the errors, e'e/n.</summary>
    public required double Sigma2 { get; init; }

    /// <summary>Gets the log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets the log-likelihood of the same terms by least squares.</summary>
    public required double LinearLogLikelihood { get; init; }

    /// <summary>Gets e, the outcome less all that the model says of it.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Gets the outcome less e.</summary>
    public required IReadOnlyList<double> Fitted { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets 2(L − L of least squares).</summary>
    public double LikelihoodRatio => 2 * (LogLikelihood - LinearLogLikelihood);

    /// <summary>Gets the p-value of the likelihood ratio, chi-square with as many degrees of freedom as autoregressive
    /// parameters.</summary>
    public double LikelihoodRatioPValue => ChiSquare.UpperTail(LikelihoodRatio, Autoregression.Terms.Count);

    /// <summary>Gets the number of parameters, the variance included.</summary>
    public int Parameters => Coefficients.Terms.Count + Autoregression.Terms.Count + 1;

    /// <summary>Gets Akaike's criterion.</summary>
    public double Aic => (2 * Parameters) - (2 * LogLikelihood);

    /// <summary>Gets Schwarz's criterion.</summary>
    public double Bic => (Math.Log(Rows.Count) * Parameters) - (2 * LogLikelihood);

    /// <summary>Gives one row per parameter, rho and lambda first.</summary>
    /// <param name="name">The name of the table.</param>
    /// <returns>The table.</returns>
    public Table ToTable(string name) => new CoefficientTable(
        [.. Autoregression.Terms, .. Coefficients.Terms],
        [.. Autoregression.Estimates, .. Coefficients.Estimates],
        [.. Autoregression.StandardErrors, .. Coefficients.StandardErrors],
        [.. Autoregression.DegreesOfFreedom, .. Coefficients.DegreesOfFreedom],
        Coefficients.Level).ToTable(name);

    /// <summary>Gives an autoregressive parameter; NaN when it is not in the model.</summary>
    internal double Estimate(string parameter) => Autoregression.Find(parameter) is >= 0 and int place ? Autoregression.Estimates[place] : double.NaN;

    /// <summary>Gives its standard error.</summary>
    internal double StandardError(string parameter) => Autoregression.Find(parameter) is >= 0 and int place ? Autoregression.StandardErrors[place] : double.NaN;
}
