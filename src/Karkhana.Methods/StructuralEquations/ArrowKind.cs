namespace Karkhana.Methods;

/// <summary>What an arrow of a path diagram stands for.</summary>
internal enum ArrowKind
{
    /// <summary>One variable enters the equation of another: a loading or a regression coefficient.</summary>
    Path,

    /// <summary>A variance, or the covariance of two residuals or exogenous variables.</summary>
    Covariance,

    /// <summary>An intercept, or the mean of an exogenous variable.</summary>
    Mean,
}
