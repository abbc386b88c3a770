namespace Karkhana.Methods.Experiments;

/// <summary>What the model gives under the accepted parameters, beside what was observed.</summary>
/// <param name="Name">The summary.</param>
/// <param name="Observed">What was observed.</param>
/// <param name="StandardError">How well it is known.</param>
/// <param name="Low">The 2.5 % quantile of the runs.</param>
/// <param name="Median">Their median.</param>
/// <param name="High">Their 97.5 % quantile.</param>
/// <param name="Exceedance">The share of runs with the error of observation added that do not exceed what was observed.</param>
/// <param name="Reproduced">Whether that share lies between 2.5 and 97.5 %.</param>
/// <param name="HeldOut">Whether the search never saw it.</param>
public sealed record PredictiveCheck(
    string Name, double Observed, double StandardError, double Low, double Median, double High, double Exceedance, bool Reproduced, bool HeldOut);
