namespace Karkhana.Learning;

/// <summary>How much more, or less, of the outcome goes with the mean of the place than with the firm's own value.</summary>
/// <param name="Term">The term.</param>
/// <param name="Within">The slope among firms of one place.</param>
/// <param name="Between">The slope among places.</param>
/// <param name="Estimate">Between minus within: two firms alike in the term, their places one standard deviation apart in it.</param>
/// <param name="StandardError">Its standard error, from the covariance of both slopes.</param>
/// <param name="ConfidenceLow">Its lower limit.</param>
/// <param name="ConfidenceHigh">Its upper limit.</param>
/// <param name="PValue">Two-sided.</param>
public sealed record ContextualEffect(
    string Term, double Within, double Between, double Estimate, double StandardError, double ConfidenceLow, double ConfidenceHigh, double PValue);
