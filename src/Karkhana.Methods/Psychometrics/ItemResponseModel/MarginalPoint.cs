namespace Karkhana.Methods.Psychometrics;

/// <summary>The likelihood at one set of parameters.</summary>
/// <param name="Parameters">All free parameters.</param>
/// <param name="Instances">The parameters of each instance.</param>
/// <param name="LogLikelihood">The marginal log-likelihood; NaN where the parameters give a category no chance.</param>
/// <param name="Objective">The same with the logarithm of the priors.</param>
/// <param name="Counts">The expected counts, cell by cell, at the nodes.</param>
internal sealed record MarginalPoint(
    double[] Parameters, double[][] Instances, double LogLikelihood, double Objective, double[] Counts);
