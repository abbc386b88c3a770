namespace Karkhana.Methods.Econometrics;

/// <summary>A variable of an equation, known or measured with error.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Observed">One value per row, finite.</param>
/// <param name="ErrorVariances">The variance of each row's error of measurement, zero or greater, infinite where nothing was observed (the observed
/// value then counts for nothing); null when the variable is known.</param>
public sealed record MeasuredVariable(string Name, IReadOnlyList<double> Observed, IReadOnlyList<double>? ErrorVariances = null);
