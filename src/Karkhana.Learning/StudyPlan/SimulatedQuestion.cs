namespace Karkhana.Learning;

/// <summary>The power of one question, simulated on the study's own places.</summary>
/// <param name="Question"><c>difference</c> or <c>mediation</c>.</param>
/// <param name="Multiple">How many times as many places were simulated.</param>
/// <param name="Firms">The firms of the simulated studies.</param>
/// <param name="Places">Their places; 0 where firms were taken as independent.</param>
/// <param name="Size">The difference or the size of both paths, of true scores.</param>
/// <param name="Power">The share of simulated studies that find it.</param>
/// <param name="Low">The lower limit of the simulation, 95 %.</param>
/// <param name="High">The upper limit of the simulation, 95 %.</param>
/// <param name="FalsePositives">The share that finds it where it is 0.</param>
public sealed record SimulatedQuestion(
    string Question, int Multiple, int Firms, int Places, double Size, double Power, double Low, double High, double FalsePositives);
