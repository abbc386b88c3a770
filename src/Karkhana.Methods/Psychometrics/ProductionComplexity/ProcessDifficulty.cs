namespace Karkhana.Methods.Psychometrics;

/// <summary>The difficulty of one process.</summary>
/// <param name="Process">The process.</param>
/// <param name="Points">The median of the experts; the mean of the medians when there are several dimensions.</param>
/// <param name="Experts">The fewest experts who judged one of its dimensions.</param>
/// <param name="Least">The least points that an expert gave.</param>
/// <param name="Most">The most points that an expert gave.</param>
public sealed record ProcessDifficulty(string Process, double Points, int Experts, double Least, double Most);
