using Thalweg.Callbacks;
using Thalweg.Tests.Contracts;

namespace Thalweg.Tests.Callbacks;

public class LambdaCallbackTests
{
    [Fact]
    public void Every_function_is_called_in_its_place()
    {
        var heard = new List<string>();
        var callback = new LambdaCallback
        {
            TrainBegin = _ => heard.Add("begin"),
            EpochBegin = (_, epoch) => heard.Add($"epoch {epoch}"),
            BatchBegin = (_, batch) => heard.Add($"batch {batch}"),
            BatchEnd = (_, batch, logs) => heard.Add($"end of batch {batch} {logs.ContainsKey("loss")}"),
            EpochEnd = (_, epoch, logs) => heard.Add($"end of epoch {epoch} {logs.ContainsKey("val_loss")}"),
            TrainEnd = _ => heard.Add("end"),
        };
        Small.Train([callback, new LambdaCallback()], epochs: 1, validationSplit: 0.5);
        Assert.Equal(["begin", "epoch 0", "batch 0", "end of batch 0 True", "batch 1", "end of batch 1 True", "end of epoch 0 True", "end"], heard);
    }
}
