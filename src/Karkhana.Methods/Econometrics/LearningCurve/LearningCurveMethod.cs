namespace Karkhana.Methods.Econometrics;

/// <summary>How a learning curve is fitted.</summary>
public enum LearningCurveMethod
{
    /// <summary>Least squares of log cost on log cumulative output: errors are shares of cost.</summary>
    LogLinear,

    /// <summary>Least squares of cost itself: errors are as large at the end as at the beginning.</summary>
    Nonlinear,
}
