namespace Karkhana.Methods;

/// <summary>A function to be maximised, with first and second derivatives.</summary>
internal interface ISmoothObjective
{
    /// <summary>Gets the number of parameters.</summary>
    int Count { get; }

    /// <summary>Evaluates at some parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">Receives the first derivatives.</param>
    /// <param name="information">Receives minus the second derivatives, row after row, both triangles.</param>
    /// <returns>The value; −∞ where the function is not defined.</returns>
    double Evaluate(double[] parameters, double[] gradient, double[] information);
}
