namespace Karkhana.Simulation;

/// <summary>Makers in a year over the draws.</summary>
/// <param name="Year">The year.</param>
/// <param name="Median">The median.</param>
/// <param name="Low">The 2.5 % quantile.</param>
/// <param name="High">The 97.5 % quantile.</param>
/// <param name="Counted">What was published for the year; NaN when nothing was.</param>
public sealed record ImitationYear(int Year, double Median, double Low, double High, double Counted);
