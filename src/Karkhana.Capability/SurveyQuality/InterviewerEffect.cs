using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How much of the spread of a block's score goes with who held the interview.</summary>
/// <param name="Block">The block of the questionnaire.</param>
/// <param name="Correlation">The intracluster correlation with test, interval and design effect.</param>
/// <param name="AdjustedPValue">The p-value adjusted over blocks (Benjamini and Hochberg).</param>
public sealed record InterviewerEffect(string Block, IntraclusterCorrelationResult Correlation, double AdjustedPValue);
