namespace Karkhana.Methods.Econometrics;

/// <summary>How covariates enter a comparison of changes.</summary>
public enum GroupTimeEstimator
{
    /// <summary>By a regression of changes and by the propensity to adopt: right when one of them is.</summary>
    DoublyRobust,

    /// <summary>By a regression of the changes of comparison units.</summary>
    OutcomeRegression,

    /// <summary>By weights from the propensity to adopt.</summary>
    InverseProbability,
}
